package import OrderedJSON
package import RunbookModel

/// The values of a run by name: properties of targets, parameters, captures and results of steps.
package struct ValueStore: Sendable {
    /// The values, and which of them are secrets.
    package private(set) var known = KnownValues()
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
        known.set(name, to: value, isSecret: isSecret)
        if isSecret { hide(value) }
    }

    /// Sets a value that holds a secret somewhere: it is not shown, but its other texts are no secrets.
    mutating func setHolding(_ name: String, to value: JSON) {
        known.set(name, to: value, isSecret: true)
    }

    /// Masks the texts in a value from now on.
    ///
    /// - Returns: Whether all of them can be masked; a text that is too short cannot.
    @discardableResult
    mutating func hide(_ value: JSON) -> Bool {
        let texts = ValueStore.texts(in: value)
        let count = secretTexts.count
        secretTexts.formUnion(texts)
        if secretTexts.count > count { masker = Masker(secrets: secretTexts) }
        return texts.allSatisfy { $0.count >= Masker.minimumLength }
    }

    /// Masks from now on what another store masks.
    mutating func hideSecrets(of other: ValueStore) {
        guard !other.secretTexts.isSubset(of: secretTexts) else { return }
        secretTexts.formUnion(other.secretTexts)
        masker = Masker(secrets: secretTexts)
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

    /// The texts in a value: its strings and numbers.
    private static func texts(in value: JSON) -> Set<String> {
        switch value {
        case .string(let text): text.isEmpty ? [] : [text]
        case .number(let number): [number.text]
        case .array(let elements): elements.reduce(into: []) { $0.formUnion(texts(in: $1)) }
        case .object(let object): object.reduce(into: []) { $0.formUnion(texts(in: $1.value)) }
        case .null, .bool: []
        }
    }
}
