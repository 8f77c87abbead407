import OrderedJSON
import RunbookModel
import YAML

/// Reads one parameter of a declaration.
struct ParameterReader {
    private static let ownKeys = ["description", "default", "examples", "secret", "does_nothing"]

    private let entry: YAMLEntry
    private(set) var log: DeclarationLog
    private var block: BlockText { log.block }

    init(_ entry: YAMLEntry, log: DeclarationLog) {
        self.entry = entry
        self.log = log
    }

    mutating func parameter() -> ParameterDeclaration? {
        guard let members = entry.value.mapping else {
            log.report(
                "declaration/malformed", "a parameter must be a mapping of keys and values", entry.key.span(in: block),
                help: "write `\(entry.name): { type: string }`")
            return nil
        }
        let known = ParameterReader.ownKeys + SchemaReader.keys
        for member in members where !known.contains(member.name) {
            log.unknownKey(member, of: "a parameter", known: known)
        }
        var reader = SchemaReader(log: log)
        let schema = reader.schema(entry.value)
        log = reader.log
        if schema.kind == nil, schema.choices == nil, entry.value["type"] == nil, entry.value["enum"] == nil {
            log.report(
                "parameter/no-type", "the parameter `\(entry.name)` has neither `type` nor `enum`",
                entry.key.span(in: block),
                help: "add one of them, such as `type: string`")
        }
        let isSecret = entry.value["secret"].flatMap { log.truth($0, of: "secret") } ?? false
        return ParameterDeclaration(
            name: entry.name(in: block), schema: schema,
            description: entry.value["description"].flatMap { log.text($0, of: "description")?.value },
            isSecret: isSecret, defaultValue: defaultValue(schema, isSecret: isSecret), examples: examples(schema),
            idleChoices: idleChoices(schema))
    }

    private mutating func defaultValue(_ schema: ParameterSchema, isSecret: Bool) -> Located<JSON>? {
        guard let node = entry.value["default"] else { return nil }
        let value = schema.value(of: node)
        let span = node.span(in: block)
        if isSecret {
            log.add(
                Diagnostic(
                    "parameter/secret-default", .warning, "the default of a secret is visible to every reader",
                    at: span, help: "remove the default: the value comes from the environment, or runbook asks for it"))
        }
        switch DefaultText.kind(of: value) {
        case .literal: check(value, schema, span, "parameter/bad-default", "the default")
        case .holes: break
        case .malformed: log.add(HolePiece.malformed(at: span))
        }
        return Located(value, at: span)
    }

    private mutating func examples(_ schema: ParameterSchema) -> [JSON] {
        guard let node = entry.value["examples"] else { return [] }
        guard let nodes = node.sequence else {
            log.wrongKind(node, of: "examples", expected: "a list")
            return []
        }
        return nodes.map { node in
            let value = schema.value(of: node)
            check(value, schema, node.span(in: block), "parameter/bad-example", "this example")
            return value
        }
    }

    /// The values that mean that nothing is done: one, or a list.
    private mutating func idleChoices(_ schema: ParameterSchema) -> [Located<String>] {
        guard let node = entry.value["does_nothing"] else { return [] }
        guard let choices = schema.alternatives else {
            log.report(
                "parameter/idle-value", "`does_nothing` is allowed only for an `enum` or a boolean",
                node.span(in: block), help: "list the values in `enum`, or remove `does_nothing`")
            return []
        }
        return (node.sequence ?? [node]).compactMap { node in
            let value = schema.value(of: node)
            let text = value.string ?? value.text()
            if choices.contains(text) { return Located(text, at: node.span(in: block)) }
            log.report(
                "parameter/idle-value", "`\(VisibleText.visible(text))` is not a value of `\(entry.name)`",
                node.span(in: block), help: Suggestion.help(for: text, among: choices, noun: "value"))
            return nil
        }
    }

    private mutating func check(
        _ value: JSON, _ schema: ParameterSchema, _ span: SourceSpan, _ code: String, _ thing: String
    ) {
        for problem in schema.problems(with: value) {
            log.report(
                code, "\(thing) of `\(entry.name)` does not match its declaration: \(problem)", span,
                help: "change the value, or the declaration")
        }
    }
}

/// Whether a default refers to other values.
private enum DefaultText {
    case literal
    case holes
    case malformed

    /// The worst of all texts in a value: what refers to others inside a list is filled in as well.
    static func kind(of value: JSON) -> DefaultText {
        let parts = value.array ?? value.object?.map(\.value) ?? []
        if !parts.isEmpty {
            let kinds = parts.map(kind)
            return kinds.contains(.malformed) ? .malformed : kinds.contains(.holes) ? .holes : .literal
        }
        guard let text = value.string else { return .literal }
        var kind = DefaultText.literal
        for piece in HolePiece.pieces(of: Array(text.utf8)) {
            switch piece {
            case .literal, .escape: break
            case .hole: kind = .holes
            case .malformed: return .malformed
            }
        }
        return kind
    }
}
