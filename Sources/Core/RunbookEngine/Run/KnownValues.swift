package import OrderedJSON
package import RunbookModel

/// Values by name, and which of them are secrets.
package struct KnownValues: Sendable {
    private var values: [String: JSON] = [:]
    private var secretNames: Set<String> = []

    /// Makes values of which there are none.
    package init() {}

    /// Sets a value.
    package mutating func set(_ name: String, to value: JSON, isSecret: Bool) {
        values[name] = value
        if isSecret { secretNames.insert(name) }
    }

    /// The value of a name.
    package subscript(name: String) -> JSON? { values[name] }

    /// Whether the value of a name is a secret.
    package func isSecret(_ name: String) -> Bool { secretNames.contains(name) }

    /// The value of a reference.
    package func value(_ reference: ValueReference) -> JSON? { values[reference.name].flatMap(reference.resolve) }

    /// Whether a filter names a secret, so that its result is one.
    package func isSecretFilter(_ filter: String) -> Bool {
        !secretNames.isEmpty && FilterVariables.references(in: filter).contains { secretNames.contains($0.name) }
    }

    /// The values that a filter names.
    package func variables(for filter: String) -> JSONObject {
        var variables = JSONObject()
        for reference in FilterVariables.references(in: filter) where variables[reference.name] == nil {
            if let value = values[reference.name] { variables[reference.name] = value }
        }
        return variables
    }

    /// Those of some names: whoever sets values for itself must not copy those of all steps.
    package func restricted(to names: some Sequence<String>) -> KnownValues {
        var some = KnownValues()
        for name in names {
            if let value = values[name] { some.set(name, to: value, isSecret: isSecret(name)) }
        }
        return some
    }
}
