/// Chooses indices of a snapshot, which is not done as elsewhere: from the left to the right over a list of names.
enum SnapshotSelection {
    /// The indices that are meant.
    ///
    /// - Parameters:
    ///   - wanted: Names, patterns with `*`, and both with `-` before them; all indices when it is empty.
    ///   - available: The names of the snapshot's indices.
    static func choose(
        _ wanted: [String], from available: [String], _ options: ExpansionOptions
    ) throws(ElasticError) -> [String] {
        if wanted.isEmpty || wanted == ["_all"] { return available }
        var chosen: Set<String> = []
        for (position, text) in wanted.enumerated() {
            if available.contains(text) {
                chosen.insert(text)
                continue
            }
            var pattern = text
            let isExcluded = text.hasPrefix("-")
            if isExcluded || text.hasPrefix("+") { pattern.removeFirst() }
            if isExcluded, position == 0 { chosen = Set(available) }
            let found = available.filter { Wildcard.matches(pattern, $0) }
            if found.isEmpty {
                let isRefused = pattern.contains("*") ? !options.allowNone : !options.ignoreUnavailable
                if isRefused { throw .indexNotFound(pattern, resource: nil) }
            }
            if isExcluded { chosen.subtract(found) } else { chosen.formUnion(found) }
        }
        return available.filter(chosen.contains)
    }
}
