package import OrderedJSON
package import RunbookModel

/// Declarations made by hand, for tests that need no document.
package enum SampleDeclaration {
    /// Where everything stands.
    package static let span = SourceSpan(
        file: "test.md", start: SourcePosition(offset: 0, line: 1, column: 1),
        end: SourcePosition(offset: 1, line: 1, column: 2))

    /// A declaration of targets of the kind `elasticsearch`.
    package static func declaration(targets: [String] = ["leader"], parameters: [ParameterDeclaration] = [])
        -> Declaration
    {
        Declaration(
            version: 1,
            targets: targets.map {
                TargetDeclaration(
                    name: Located($0, at: span), kind: Located("elasticsearch", at: span), description: nil,
                    requirements: [])
            },
            parameters: parameters, fixture: nil, span: span)
    }

    /// A parameter.
    package static func parameter(
        _ name: String, kind: ParameterSchema.Kind? = nil, minimum: Int? = nil, choices: [JSON]? = nil,
        defaultValue: JSON? = nil, isSecret: Bool = false
    ) -> ParameterDeclaration {
        var schema = ParameterSchema()
        schema.kind = kind
        schema.choices = choices
        schema.minimum = minimum.map { JSONNumber($0) }
        var located: Located<JSON>?
        if let defaultValue { located = Located(defaultValue, at: span) }
        return ParameterDeclaration(
            name: Located(name, at: span), schema: schema, description: nil, isSecret: isSecret, defaultValue: located,
            examples: [])
    }
}
