package import OrderedJSON
package import RunbookModel

/// The values of a run by name: properties of targets, parameters, captures and results of steps.
package struct ValueStore: Sendable {
    private var values: [String: JSON] = [:]
    private var secretNames: Set<String> = []
    /// Replaces the secrets among them, and credentials, in every text that leaves the process.
    package private(set) var masker: Masker
    private var secretTexts: Set<String>

    /// Makes a store that also masks credentials.
    package init(credentials: some Sequence<String> = []) {
        secretTexts = Set(credentials)
        masker = Masker(secrets: secretTexts)
    }

    /// Sets a value; the texts in a secret one are masked from now on.
    package mutating func set(_ name: String, to value: JSON, isSecret: Bool = false) {
        values[name] = value
        guard isSecret else { return }
        secretNames.insert(name)
        let known = secretTexts.count
        secretTexts.formUnion(ValueStore.texts(in: value))
        if secretTexts.count > known { masker = Masker(secrets: secretTexts) }
    }

    /// The value of a name.
    package func value(_ name: String) -> JSON? { values[name] }

    /// Whether the value of a name is a secret.
    package func isSecret(_ name: String) -> Bool { secretNames.contains(name) }

    /// The value of a reference.
    package func value(_ reference: ValueReference) -> JSON? { values[reference.name].flatMap(reference.resolve) }

    /// The value of a reference when it may be shown.
    package func publicValue(_ reference: ValueReference) -> JSON? {
        isSecret(reference.name) ? nil : value(reference)
    }

    /// The values that a filter names.
    package func variables(for filter: String) -> JSONObject {
        var variables = JSONObject()
        for reference in FilterVariables.references(in: filter) where variables[reference.name] == nil {
            if let value = values[reference.name] { variables[reference.name] = value }
        }
        return variables
    }

    /// Whether a filter names a secret, so that its result is one.
    package func isSecretFilter(_ filter: String) -> Bool {
        !secretNames.isEmpty && FilterVariables.references(in: filter).contains { secretNames.contains($0.name) }
    }

    /// The texts in a value: strings and numbers, and the whole as JSON when it has parts.
    private static func texts(in value: JSON) -> Set<String> {
        switch value {
        case .string(let text): [text]
        case .number(let number): [number.text]
        case .array(let elements): elements.reduce(into: []) { $0.formUnion(texts(in: $1)) }
        case .object(let object): object.reduce(into: []) { $0.formUnion(texts(in: $1.value)) }
        case .null, .bool: []
        }
    }
}
