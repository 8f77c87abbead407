internal import OrderedJSON
internal import Patterns
internal import RunbookModel
internal import RunbookPlugin
internal import YAML

extension EnvironmentReader {
    /// The value of a key of a target, in the form that handlers get it; nil for a secret, and for what is refused.
    ///
    /// - Parameter group: The key that it is below; empty for a key of the target itself.
    mutating func value(
        of entry: YAMLEntry, _ key: TargetKind.Key, in group: String = "", into draft: inout TargetDraft
    ) -> JSON? {
        if key.meaning == .permission { draft.programs.append(span(entry.key)) }
        switch key.form {
        case .text: return text(entry).map { .string($0.value) }
        case .pattern(let pattern, let noun, let help): return text(entry, pattern, noun, help).map { .string($0) }
        case .flag: return flag(entry).map { .bool($0) }
        case .port: return port(entry).map { .number(JSONNumber($0)) }
        case .hostAndPort: return hostAndPort(entry).map { .string($0) }
        case .names: return names(entry).map { .array($0) }
        case .url:
            guard let (address, parts) = address(entry) else { return nil }
            draft.addresses.append(address)
            if key.name == "url", group.isEmpty { draft.addParts(of: parts) }
            return .string(parts.url)
        case .host:
            guard let host = host(entry) else { return nil }
            draft.addresses.append(host)
            return .string(host.text.value)
        case .urls(let systems): return addresses(entry, of: systems, into: &draft)
        case .file:
            guard let path = text(entry) else { return nil }
            let file = FilePath.join(folder, path.value)
            draft.files.append(Located(file, at: path.span))
            return .string(file)
        case .target:
            guard let name = text(entry) else { return nil }
            draft.references.append(.init(key: key.name, target: name.value))
            return .string(name.value)
        case .secretOrText where entry.value.scalar != nil: return text(entry).map { .string($0.value) }
        case .secret, .secretOrText:
            credential(entry).map { draft.add($0, in: group) }
            return nil
        case .group, .tls, .proxy: return key.form.group.flatMap { members(of: entry, $0, into: &draft) }
        }
    }

    /// The keys below a key, as an object.
    private mutating func members(
        of entry: YAMLEntry, _ group: TargetKind.Group, into draft: inout TargetDraft
    ) -> JSON? {
        if entry.value.mapping == nil, let name = group.shorthand,
            let key = group.keys.first(where: { $0.name == name })
        {
            shorthand = group.keys.map(\.name)
            defer { shorthand = [] }
            return value(of: entry, key, in: entry.name, into: &draft).map { [name: $0] }
        }
        let owner = "`\(entry.name)`"
        guard let entries = entries(of: entry.value, keys: group.keys.map(\.name), of: owner) else { return nil }
        var object = JSONObject()
        for key in group.keys {
            guard let member = entries[key.name] else {
                if key.isRequired {
                    report(
                        "environment/missing-key", "\(owner) has no `\(key.name)`", at: span(entry.key), key.addition)
                }
                continue
            }
            if let value = value(of: member, key, in: entry.name, into: &draft) { object.append(key.name, value) }
        }
        check(group.rules, entries, of: entry, as: owner)
        return .object(object)
    }

    private mutating func addresses(
        _ entry: YAMLEntry, of systems: [String], into draft: inout TargetDraft
    ) -> JSON {
        let names = ["default"] + systems
        var object = JSONObject()
        for member in members(of: entry) {
            guard names.contains(member.name) else {
                reportUnknown(member, among: names, of: "`\(entry.name)`")
                continue
            }
            guard let (address, parts) = address(member) else { continue }
            draft.addresses.append(address)
            object.append(member.name, .string(parts.url))
        }
        return .object(object)
    }

    /// A text that a pattern matches whole; one that cannot be told to match does not.
    private mutating func text(_ entry: YAMLEntry, _ pattern: String, _ noun: String, _ help: String) -> String? {
        guard let text = text(entry) else { return nil }
        if (try? Pattern("^(?:\(pattern))\\z").matches(text.value)) == true { return text.value }
        hide(entry)
        report("environment/wrong-type", "`\(entry.name)` must be \(noun)", at: text.span, help)
        return nil
    }

    private mutating func hostAndPort(_ entry: YAMLEntry) -> String? {
        guard let text = text(entry) else { return nil }
        let parts = text.value.split(separator: ":", omittingEmptySubsequences: false)
        if let port = parts.last.flatMap({ Int($0) }), parts.count > 1, (1...65535).contains(port),
            parts.first?.isEmpty == false
        {
            return text.value
        }
        hide(entry)
        report(
            "environment/url", "`\(entry.name)` must be a host and a port", at: text.span,
            "write `\(entry.name): HOST:9300`")
        return nil
    }

    /// A host, or the folder of a socket, which can only be on this machine.
    private mutating func host(_ entry: YAMLEntry) -> EnvironmentTarget.Address? {
        guard let text = text(entry) else { return nil }
        let isFolder = text.value.hasPrefix("/")
        let letters = text.value.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F }
        let marks: Set<Character> = [",", "@", "?", "=", "'", "\""]
        if letters, isFolder || !text.value.contains(where: { marks.contains($0) || $0 == "/" }) {
            return EnvironmentTarget.Address(text: text, isLoopback: isFolder || Loopback.contains(text.value))
        }
        hide(entry)
        report(
            "environment/url", "`\(entry.name)` must be a host name, an IP address or the folder of a socket",
            at: text.span, "write `\(entry.name): HOST`")
        return nil
    }

    private mutating func port(_ entry: YAMLEntry) -> Int? {
        if let port = entry.value.scalar?.json.int, (1...65535).contains(port) { return port }
        wrongType(entry, "a port from 1 to 65535")
        return nil
    }
}
