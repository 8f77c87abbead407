/// What the version of a target must be: comparisons with `,` between them, such as `>=7.10,<9`.
public struct VersionRequirement {
    private let comparisons: [(sign: String, version: [Int])]

    /// Reads a requirement; nil when it is not one.
    public init?(_ text: String) {
        var comparisons: [(String, [Int])] = []
        for part in text.split(separator: ",", omittingEmptySubsequences: false) {
            let word = part.filter { $0 != " " }
            let sign = word.prefix { "<>=".contains($0) }
            guard ["", "=", "<", "<=", ">", ">="].contains(sign),
                let version = VersionRequirement.numbers(word.dropFirst(sign.count))
            else { return nil }
            comparisons.append((sign.isEmpty ? "=" : String(sign), version))
        }
        self.comparisons = comparisons
    }

    /// Whether a version is as required; `=7.10` holds for every 7.10.x, and `>7.10` for none of them.
    public func holds(for text: String) -> Bool {
        guard let version = VersionRequirement.numbers(text.prefix { $0 != "-" }) else { return false }
        return comparisons.allSatisfy { sign, required in
            let given = (0..<required.count).map { $0 < version.count ? version[$0] : 0 }
            switch sign {
            case "<": return given.lexicographicallyPrecedes(required)
            case "<=": return !required.lexicographicallyPrecedes(given)
            case ">": return required.lexicographicallyPrecedes(given)
            case ">=": return !given.lexicographicallyPrecedes(required)
            default: return given == required
            }
        }
    }

    private static func numbers(_ text: some StringProtocol) -> [Int]? {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        let numbers = parts.compactMap { UInt16($0).map(Int.init) }
        return numbers.count == parts.count ? numbers : nil
    }
}
