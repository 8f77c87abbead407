public import OrderedJSON

/// A typed input of a runbook, described in words of JSON Schema.
public struct ParameterDeclaration: Sendable, Hashable {
    /// The name that values use.
    public let name: Located<String>
    /// What the value may be.
    public let schema: ParameterSchema
    /// Its description for the reader.
    public let description: String?
    /// Whether the value must never be shown or stored.
    public let isSecret: Bool
    /// The value when nobody gives one; may hold references to properties of targets.
    public let defaultValue: Located<JSON>?
    /// Values for trying it out, used by tests and disposable environments.
    public let examples: [JSON]
    /// The choices that mean that nothing is done, so that no step need belong to them.
    public let idleChoices: [Located<String>]

    /// Makes a declaration.
    public init(
        name: Located<String>, schema: ParameterSchema, description: String?, isSecret: Bool,
        defaultValue: Located<JSON>?, examples: [JSON], idleChoices: [Located<String>] = []
    ) {
        self.name = name
        self.schema = schema
        self.description = description
        self.isSecret = isSecret
        self.defaultValue = defaultValue
        self.examples = examples
        self.idleChoices = idleChoices
    }

    /// The same parameter as a secret, because a secret is passed to it.
    public var asSecret: ParameterDeclaration {
        ParameterDeclaration(
            name: name, schema: schema, description: description, isSecret: true, defaultValue: defaultValue,
            examples: examples)
    }
}

extension ParameterDeclaration {
    /// The value that a text means; one that does not have the form of the type stays a text, which the schema refuses.
    public func value(of text: String) -> JSON { schema.value(of: text) ?? .string(text) }
}
