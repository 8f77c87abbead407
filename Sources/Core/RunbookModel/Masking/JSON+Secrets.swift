package import OrderedJSON

extension JSON {
    /// Whether there is a truth value in it: as a secret it cannot be masked, for every text may hold its word.
    package var holdsTruthValue: Bool {
        switch self {
        case .bool: true
        case .array(let elements): elements.contains(where: \.holdsTruthValue)
        case .object(let object): object.contains { $0.value.holdsTruthValue }
        case .null, .number, .string: false
        }
    }

    /// The strings and numbers in it, each as a text.
    package var leaves: [String] {
        switch self {
        case .string(let text): [text]
        case .number(let number): [number.text]
        case .array(let elements): elements.flatMap(\.leaves)
        case .object(let object): object.flatMap(\.value.leaves)
        case .null, .bool: []
        }
    }
}
