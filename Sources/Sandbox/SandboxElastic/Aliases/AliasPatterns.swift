/// Names and patterns of aliases; those that begin with `-` exclude.
struct AliasPatterns {
    private let patterns: [String]

    init(_ patterns: [String]) { self.patterns = patterns }

    /// Whether an alias is meant.
    func contains(_ name: String) -> Bool {
        patterns.reduce(false) { isMeant, pattern in
            if pattern.hasPrefix("-") { return isMeant && !Wildcard.matches(String(pattern.dropFirst()), name) }
            return isMeant || pattern == "_all" || Wildcard.matches(pattern, name)
        }
    }

    /// The names that were asked for and not found, sorted.
    ///
    /// A name that begins with `-` excludes only behind a pattern; before one it is a name.
    func missing(_ found: Set<String>) -> [String] {
        let firstPattern = patterns.firstIndex { $0.contains("*") } ?? patterns.count
        let missing = patterns.enumerated().filter { number, name in
            if name == "_all" || name.contains("*") || (number > firstPattern && name.hasPrefix("-")) { return false }
            let isExcluded = patterns.dropFirst(max(number + 1, firstPattern)).contains { pattern in
                pattern.hasPrefix("-") && Wildcard.matches(String(pattern.dropFirst()), name)
            }
            return !isExcluded && !found.contains(name)
        }
        return Set(missing.map(\.element)).sorted()
    }
}
