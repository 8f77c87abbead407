/// Finds names that are close to one that does not exist.
enum Spelling {
    /// The names whose likeness is above a limit, the closest first.
    static func suggestions(
        for name: String, among names: some Sequence<String>, likerThan limit: Float
    ) -> [String] {
        names.map { (likeness: likeness(name, $0), name: $0) }
            .filter { $0.likeness > limit }
            .sorted { ($1.likeness, $0.name) < ($0.likeness, $1.name) }
            .map(\.name)
    }

    /// One for equal texts, nought for texts without a common character: one minus the Levenshtein distance by length.
    static func likeness(_ left: String, _ right: String) -> Float {
        let left = Array(left.utf16)
        let right = Array(right.utf16)
        if left.isEmpty || right.isEmpty { return left.count == right.count ? 1 : 0 }
        var row = Array(0...right.count)
        for (i, unit) in left.enumerated() {
            var diagonal = row[0]
            row[0] = i + 1
            for (j, other) in right.enumerated() {
                let above = row[j + 1]
                row[j + 1] = min(diagonal + (unit == other ? 0 : 1), above + 1, row[j] + 1)
                diagonal = above
            }
        }
        return 1 - Float(row[right.count]) / Float(max(left.count, right.count))
    }
}
