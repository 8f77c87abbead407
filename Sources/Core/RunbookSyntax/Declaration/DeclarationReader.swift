import OrderedJSON
import RunbookBodies
import RunbookModel
import YAML

/// Reads the content of the fence `yaml runbook`.
struct DeclarationReader {
    private static let keys = ["version", "targets", "parameters", "fixture"]

    private let block: BlockText
    private let fence: Fence
    private var log: DeclarationLog

    /// The declaration, best effort, and what is wrong with it; none when the text is not a mapping at all.
    static func read(_ fence: Fence) -> (declaration: Declaration?, diagnostics: [Diagnostic]) {
        var reader = DeclarationReader(fence)
        let declaration = reader.declaration()
        return (declaration, reader.log.diagnostics)
    }

    private init(_ fence: Fence) {
        self.fence = fence
        block = fence.text
        log = DeclarationLog(block: fence.text)
    }

    private mutating func declaration() -> Declaration? {
        let root: YAMLNode
        do throws(YAMLError) {
            root = try YAMLNode(parsing: block.text)
        } catch {
            log.add(YAMLBody.diagnostic(error, in: block))
            return nil
        }
        guard let entries = root.mapping else {
            log.report(
                "declaration/malformed", "the declaration must be a mapping of keys and values", fence.span,
                help: "start with `version: 1`")
            return nil
        }
        for entry in entries where !DeclarationReader.keys.contains(entry.name) {
            log.unknownKey(entry, of: "a runbook", known: DeclarationReader.keys)
        }
        readVersion(root["version"])
        return Declaration(
            version: 1, targets: targets(root["targets"]), parameters: parameters(root["parameters"]),
            fixture: root["fixture"].flatMap { log.text($0, of: "fixture") }, span: fence.span)
    }

    private mutating func readVersion(_ node: YAMLNode?) {
        guard let node else {
            log.report(
                "declaration/version", "the declaration has no `version`", fence.span, help: "write `version: 1`")
            return
        }
        if node.json == 1 { return }
        log.report(
            "declaration/version", "unsupported format version", node.span(in: block),
            help: "write `version: 1`, or use a newer release of runbook")
    }

    private mutating func targets(_ node: YAMLNode?) -> [TargetDeclaration] {
        var targets: [TargetDeclaration] = []
        for entry in log.mapping(node, of: "targets") ?? [] {
            if log.checkName(entry, of: "a target"), let target = target(entry) { targets.append(target) }
        }
        return targets
    }

    private mutating func target(_ entry: YAMLEntry) -> TargetDeclaration? {
        guard let members = entry.value.mapping else {
            log.report(
                "declaration/malformed", "a target must be a mapping of keys and values", entry.key.span(in: block),
                help: "write `\(entry.name): { kind: elasticsearch }`")
            return nil
        }
        guard let kind = entry.value["kind"] else {
            log.report(
                "target/no-kind", "the target `\(entry.name)` has no `kind`", entry.key.span(in: block),
                help: "write `\(entry.name): { kind: elasticsearch }`")
            return nil
        }
        guard let name = log.text(kind, of: "kind") else { return nil }
        let others = members.filter { $0.name != "kind" && $0.name != "description" }
        return TargetDeclaration(
            name: entry.name(in: block), kind: name,
            description: entry.value["description"].flatMap { log.text($0, of: "description")?.value },
            requirements: others.map { ($0.name(in: block), Located($0.value.json, at: $0.value.span(in: block))) })
    }

    private mutating func parameters(_ node: YAMLNode?) -> [ParameterDeclaration] {
        var parameters: [ParameterDeclaration] = []
        for entry in log.mapping(node, of: "parameters") ?? [] where log.checkName(entry, of: "a parameter") {
            var reader = ParameterReader(entry, log: log)
            if let parameter = reader.parameter() { parameters.append(parameter) }
            log = reader.log
        }
        return parameters
    }
}
