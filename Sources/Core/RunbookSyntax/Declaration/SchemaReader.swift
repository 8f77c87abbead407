import OrderedJSON
import RunbookModel
import YAML

/// Reads the words of JSON Schema that parameters use.
struct SchemaReader {
    /// The words, in the order messages list them.
    static let keys = [
        "type", "enum", "minimum", "maximum", "minLength", "maxLength", "minItems", "maxItems", "pattern", "format",
        "items",
    ]

    private(set) var log: DeclarationLog
    private var block: BlockText { log.block }

    init(log: DeclarationLog) { self.log = log }

    /// The schema of a mapping, best effort.
    mutating func schema(_ node: YAMLNode) -> ParameterSchema {
        var schema = ParameterSchema()
        schema.kind = node["type"].flatMap { kind($0) }
        schema.choices = node["enum"].flatMap { choices($0, schema) }
        schema.minimum = node["minimum"].flatMap { log.number($0, of: "minimum") }
        schema.maximum = node["maximum"].flatMap { log.number($0, of: "maximum") }
        schema.minimumLength = count(node, "minLength", "minItems")
        schema.maximumLength = count(node, "maxLength", "maxItems")
        schema.pattern = node["pattern"].flatMap { pattern($0) }
        schema.format = node["format"].flatMap { log.text($0, of: "format")?.value }
        if let items = node["items"] { schema.items = [item(items)] }
        checkBounds(schema, node)
        return schema
    }

    private mutating func kind(_ node: YAMLNode) -> ParameterSchema.Kind? {
        guard let text = log.text(node, of: "type") else { return nil }
        if let kind = ParameterSchema.Kind(rawValue: text.value) { return kind }
        log.report(
            "parameter/unknown-type", "unknown type `\(text.value)`", text.span,
            help: Suggestion.help(
                for: text.value, among: ParameterSchema.Kind.allCases.map(\.rawValue), noun: "type"))
        return nil
    }

    private mutating func choices(_ node: YAMLNode, _ schema: ParameterSchema) -> [JSON]? {
        guard let nodes = node.sequence, !nodes.isEmpty else {
            log.wrongKind(node, of: "enum", expected: "a list of values")
            return nil
        }
        var choices: [JSON] = []
        for node in nodes {
            let value = schema.value(of: node)
            if let kind = schema.kind, !kind.admits(value) {
                log.report(
                    "parameter/bad-choice", "this value does not have the type \(kind.rawValue)", node.span(in: block),
                    help: "change the value, or `type`")
            } else if choices.contains(where: { $0.isEquivalent(to: value) }) {
                log.report(
                    "parameter/bad-choice", "this value is repeated", node.span(in: block), help: "remove it")
            } else {
                choices.append(value)
            }
        }
        return choices
    }

    private mutating func pattern(_ node: YAMLNode) -> String? {
        guard let text = log.text(node, of: "pattern") else { return nil }
        if let problem = ParameterSchema.problem(withPattern: text.value) {
            log.report(
                "parameter/bad-pattern", "this is not a regular expression: \(problem)", text.span,
                help: "in double quotes write each backslash twice, or use single quotes")
            return nil
        }
        return text.value
    }

    private mutating func count(_ node: YAMLNode, _ ofText: String, _ ofList: String) -> Int? {
        let text = node[ofText].flatMap { log.count($0, of: ofText) }
        return text ?? node[ofList].flatMap { log.count($0, of: ofList) }
    }

    private mutating func item(_ node: YAMLNode) -> ParameterSchema {
        guard let members = node.mapping else {
            log.wrongKind(node, of: "items", expected: "a mapping, such as `{ type: string }`")
            return ParameterSchema()
        }
        let known = SchemaReader.keys.filter { $0 != "items" }
        for member in members where !known.contains(member.name) {
            log.unknownKey(member, of: "`items`", known: known)
        }
        return schema(YAMLNode(.mapping(members.filter { $0.name != "items" }), start: node.start, end: node.end))
    }

    private mutating func checkBounds(_ schema: ParameterSchema, _ node: YAMLNode) {
        if let least = schema.minimum, let most = schema.maximum, least.double > most.double,
            let place = node["minimum"]
        {
            log.report(
                "parameter/empty-range", "no number is valid: `minimum` is \(least) and `maximum` is \(most)",
                place.span(in: block),
                help: "exchange `minimum` and `maximum`")
        }
        if let least = schema.minimumLength, let most = schema.maximumLength, least > most,
            let place = node["minLength"] ?? node["minItems"]
        {
            log.report(
                "parameter/empty-range", "no length is valid: the minimum is \(least) and the maximum is \(most)",
                place.span(in: block),
                help: "exchange the two values")
        }
    }
}
