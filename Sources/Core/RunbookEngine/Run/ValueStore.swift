package import OrderedJSON
package import RunbookModel

/// The values of a run by name: properties of targets, parameters, captures and results of steps.
package struct ValueStore: Sendable {
    /// The values, and which of them are secrets.
    package private(set) var known = KnownValues()
    /// The secrets among them, credentials, and whatever else the process holds.
    package let secrets: SecretLedger

    /// Replaces secrets in every text that leaves the process.
    package var masker: Masker { secrets.masker }

    /// Makes a store that adds its secrets to a ledger.
    package init(secrets: SecretLedger = SecretLedger()) { self.secrets = secrets }

    /// Sets a value; the texts in a secret one are masked from now on.
    ///
    /// - Parameter hidesNames: Whether the names of members in a secret one are masked, too: those that an operator
    ///   chose, not those of a product's responses.
    package mutating func set(_ name: String, to value: JSON, isSecret: Bool = false, hidesNames: Bool = false) {
        known.set(name, to: value, isSecret: isSecret)
        guard isSecret else { return }
        hide(value)
        if hidesNames { secrets.add(ValueStore.names(in: value)) }
    }

    /// Sets a value that holds a secret somewhere: it is not shown, but its other texts are not secrets.
    mutating func setHolding(_ name: String, to value: JSON) {
        known.set(name, to: value, isSecret: true)
    }

    /// Masks the texts in a value from now on.
    ///
    /// - Returns: Whether all of it can be masked; a text that is too short cannot, and a truth value has only two.
    @discardableResult
    func hide(_ value: JSON) -> Bool {
        let texts = Set(value.leaves.filter { !$0.isEmpty })
        secrets.add(texts)
        return texts.allSatisfy { $0.unicodeScalars.count >= Masker.minimumLength } && !value.holdsTruthValue
    }

    /// Whether a value holds a secret in any of its forms.
    func holdsSecret(_ value: JSON) -> Bool {
        if masker.isEmpty { return false }
        let text = value.text()
        return masker.masked(text) != text
    }

    /// The value of a name.
    package func value(_ name: String) -> JSON? { known[name] }

    /// Whether the value of a name is a secret.
    package func isSecret(_ name: String) -> Bool { known.isSecret(name) }

    /// The value of a reference.
    package func value(_ reference: ValueReference) -> JSON? { known.value(reference) }

    /// The value of a reference when it may be shown.
    package func publicValue(_ reference: ValueReference) -> JSON? {
        isSecret(reference.name) ? nil : value(reference)
    }

    /// The names of members in a value.
    private static func names(in value: JSON) -> Set<String> {
        switch value {
        case .array(let elements): elements.reduce(into: []) { $0.formUnion(names(in: $1)) }
        case .object(let object): object.reduce(into: []) { $0.formUnion(names(in: $1.value).union([$1.name])) }
        case .null, .bool, .number, .string: []
        }
    }
}
