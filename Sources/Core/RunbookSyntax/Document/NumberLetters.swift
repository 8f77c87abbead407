import RunbookModel

/// Tells the steps of one item apart: `3a`, `3b`.
enum NumberLetters {
    /// Adds letters to the numbers of steps whose item holds several.
    ///
    /// - Parameter items: The item of each step.
    static func add(to steps: inout [Step], items: [Int?]) {
        var counts: [Int: Int] = [:]
        for case let item? in items { counts[item, default: 0] += 1 }
        var seen: [Int: Int] = [:]
        for (index, item) in items.enumerated() {
            guard let item, counts[item, default: 0] > 1, let number = steps[index].number else { continue }
            steps[index].number = number + letters(seen[item, default: 0])
            seen[item, default: 0] += 1
        }
    }

    /// `a` to `z`, then `aa`, `ab`, ...
    private static func letters(_ index: Int) -> String {
        let last = String(Character(Unicode.Scalar(UInt8(ascii: "a") + UInt8(index % 26))))
        return index < 26 ? last : letters(index / 26 - 1) + last
    }
}
