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

    /// The texts in a response that a secret taken from it was made of, however it was put together.
    ///
    /// What is before a colon is the name of who has the key, and what is behind `://` or `@` a host; both are shown to
    /// everybody. Shorter texts are in others by chance.
    package func parts(of secrets: [JSON]) -> [String] {
        let shortest = 8
        let texts = secrets.flatMap(\.leaves).flatMap { SecretParts(of: $0).texts }.map { Array($0.utf8) }
        let longest = texts.map(\.count).max() ?? 0
        var grams: Set<ArraySlice<UInt8>> = []
        for text in texts where text.count >= shortest {
            for start in 0...text.count - shortest { grams.insert(text[start..<start + shortest]) }
        }
        if grams.isEmpty { return [] }
        return leaves.filter { leaf in
            let leaf = Array(leaf.utf8)
            guard leaf.count >= shortest, leaf.count < longest, grams.contains(leaf[..<shortest]) else { return false }
            let automaton = PatternAutomaton([leaf])
            return texts.contains { text in
                leaf.count <= text.count
                    && automaton.matches(in: text).contains { place in
                        let before = text[..<place.lowerBound]
                        return text[place.upperBound...].first != UInt8(ascii: ":")
                            && before.last != UInt8(ascii: "@") && !before.suffix(3).elementsEqual("://".utf8)
                    }
            }
        }
    }
}
