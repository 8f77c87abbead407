internal import Digests
internal import OrderedJSON
internal import RunbookModel
internal import RunbookPlugin
internal import YAML

/// Reads the text of an environment file and collects everything that is wrong with it.
struct EnvironmentReader {
    let source: SourceText
    /// The folder that relative paths in the file begin at.
    let folder: String
    /// The kinds that targets may have.
    let kinds: TargetKinds
    var diagnostics: [Diagnostic] = []
    /// Where secrets are written out, which are never shown, not even in the message about them.
    var literalSecrets: [Range<Int>] = []
    /// The keys of the group that the value stands for that is being read.
    var shorthand: [String] = []

    /// The content of the key `environment`.
    struct Head {
        var description: String?
        var isProtected = false
        var disposable: SourceSpan?
        var sandbox: EnvironmentTarget.Address?
        var gatesExpire: Duration?
    }

    mutating func read(_ file: EnvironmentFile) -> Environment? {
        guard let root = parse() else { return nil }
        let entries = entries(
            of: root, keys: ["environment", "targets", "parameters", "notify"], of: "an environment file")
        guard let root = entries else { return nil }
        let head = head(root["environment"]?.value)
        let targets = (root["targets"].map { members(of: $0) } ?? []).compactMap { target($0) }
        let parameters = (root["parameters"].map { members(of: $0) } ?? []).compactMap { parameter($0) }
        let notices = root["notify"].map { self.notices($0) } ?? []
        checkReferences(of: targets)
        checkDisposable(head, targets)
        if diagnostics.contains(where: { $0.severity == .error }) { return nil }
        return Environment(
            name: file.name, file: file.file, path: file.path, origin: file.origin,
            fileTrust: file.trustInside, source: source, sha256: SHA256.hex(source.bytes),
            description: head.description, isProtected: head.isProtected,
            isDisposable: head.disposable != nil, sandbox: head.sandbox?.text,
            gatesExpire: head.gatesExpire, notices: notices, targets: targets,
            parameters: parameters)
    }

    /// The source with every literal secret blanked, its bytes kept in place.
    var shownSource: SourceText {
        source.blanking(literalSecrets)
    }

    /// The rules of notices of a configuration of the operator; nil when something is wrong with it.
    mutating func configuredNotices() -> [NoticeRule]? {
        guard let root = parse(), root.scalar?.json != .null else { return diagnostics.isEmpty ? [] : nil }
        guard let entries = entries(of: root, keys: ["notify"], of: "the configuration") else { return nil }
        let notices = entries["notify"].map { self.notices($0) } ?? []
        return diagnostics.contains { $0.severity == .error } ? nil : notices
    }

    private mutating func parse() -> YAMLNode? {
        do throws(YAMLError) {
            return try YAMLNode(bytes: source.bytes)
        } catch {
            literalSecrets = likelySecrets
            diagnostics.append(
                Diagnostic(
                    "environment/yaml", .error, error.message, at: source.span(at: error.mark.offset),
                    related: error.related.map {
                        [Diagnostic.Related(span: source.span(at: $0.mark.offset), message: $0.message)]
                    } ?? []))
            return nil
        }
    }

    /// What may be a secret in a text that cannot be parsed: what follows the first colon of each line, whatever its key,
    /// but for the characters that structure it.
    private var likelySecrets: [Range<Int>] {
        let structure = Array("{}[],:\"' \t".utf8)
        return (1...source.lineCount).flatMap { number -> [Range<Int>] in
            let range = source.range(ofLine: number)
            guard let colon = source.bytes[range].firstIndex(of: UInt8(ascii: ":")) else { return [] }
            return (colon..<range.upperBound).filter { !structure.contains(source.bytes[$0]) }.map { $0..<($0 + 1) }
        }
    }

    private mutating func head(_ node: YAMLNode?) -> Head {
        var head = Head()
        let example = "start the file with `environment: { version: 1 }`"
        guard let node else {
            report("environment/missing-key", "the file does not say its version", at: source.span(0..<0), example)
            return head
        }
        let keys = ["version", "description", "protected", "disposable", "sandbox", "gates"]
        guard let entries = entries(of: node, keys: keys, of: "`environment`") else { return head }
        if let version = entries["version"]?.value {
            if version.scalar?.json != 1 {
                report(
                    "environment/version", "this version of runbook reads environment files of version 1",
                    at: span(version), "write `version: 1`")
            }
        } else {
            report("environment/missing-key", "the file does not say its version", at: span(node), example)
        }
        head.description = entries["description"].flatMap { text($0) }?.value
        head.isProtected = entries["protected"].flatMap { flag($0) } ?? false
        if let entry = entries["disposable"], flag(entry) == true { head.disposable = span(entry.value) }
        head.gatesExpire = entries["gates"].flatMap { gates($0) }
        head.sandbox = entries["sandbox"].flatMap { address($0) }.map(\.entry)
        return head
    }

    /// What holds for all questions of a run.
    private mutating func gates(_ entry: YAMLEntry) -> Duration? {
        guard let entries = entries(of: entry.value, keys: ["expires"], of: "`gates`"),
            let expires = entries["expires"], let text = text(expires)
        else { return nil }
        if let duration = DurationText.parse(text.value), duration > .zero { return duration }
        report(
            "environment/wrong-type", "`\(VisibleText.visible(text.value))` is not a duration", at: text.span,
            "write a whole number and a unit (`ms`, `s`, `m`, `h`), such as `gates: { expires: 4h }`")
        return nil
    }

    private mutating func parameter(_ entry: YAMLEntry) -> EnvironmentParameter? {
        guard isName(entry, of: "parameter") else { return nil }
        return EnvironmentParameter(
            name: Located(entry.name, at: span(entry.key)), value: Located(entry.value.json, at: span(entry.value)),
            secretSource: secretSource(of: entry.value))
    }

    private mutating func checkDisposable(_ head: Head, _ targets: [EnvironmentTarget]) {
        guard let span = head.disposable else { return }
        let remote = targets.filter { !$0.isLoopback }
        guard let first = remote.first else { return }
        let place = first.addresses.first { !$0.isLoopback }?.text.span ?? first.name.span
        diagnostics.append(
            Diagnostic(
                "environment/not-disposable", .error,
                "`disposable: true` is allowed only if every address is on this machine", at: span,
                help: "remove `disposable`, or use addresses in 127.0.0.0/8, `localhost` or `[::1]`",
                related: [Diagnostic.Related(span: place, message: "`\(first.name.value)` is on another machine")]))
    }

    private mutating func checkReferences(of targets: [EnvironmentTarget]) {
        let names = targets.map(\.name.value)
        for target in targets {
            for reference in target.references where !names.contains(reference.target) {
                report(
                    "environment/unknown-target",
                    "`\(reference.key)` of `\(target.name.value)` refers to "
                        + "`\(VisibleText.visible(reference.target))`, "
                        + "which is not a target of this file",
                    at: target.name.span, Suggestion.help(for: reference.target, among: names, noun: "target"))
            }
        }
    }
}
