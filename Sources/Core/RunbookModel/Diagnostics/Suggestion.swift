/// The did-you-mean of all messages.
public enum Suggestion {
    /// The candidate nearest to a word, when it is near enough to be a slip of the hand.
    public static func nearest(to word: String, among candidates: some Sequence<String>) -> String? {
        let limit = max(1, min(3, word.count / 3))
        let characters = Array(word)
        let letters = word.lowercased()
        var best: (distance: Int, candidate: String)?
        for candidate in candidates where candidate != word {
            // The same letters in another case are nearer than any others.
            let distance =
                candidate.lowercased() == letters ? 0 : distance(characters, Array(candidate), limit: limit)
            if distance <= limit, distance < best?.distance ?? .max { best = (distance, candidate) }
        }
        // One slip of the hand is more probable than a part of a name, and that more than three slips.
        if let best, best.distance <= 1 { return best.candidate }
        return whole(of: word, among: candidates) ?? best?.candidate
    }

    /// The only candidate of which a word is a part that stands for itself: `Zone` of `ZoneId`, `Protocol` of
    /// `ListenerProtocol`, `is_hidden` of `hidden`.
    private static func whole(of word: String, among candidates: some Sequence<String>) -> String? {
        let asked = parts(of: word)
        guard asked.reduce(0, { $0 + $1.count }) >= 4 else { return nil }
        var found: [String] = []
        for candidate in candidates where candidate != word {
            let offered = parts(of: candidate)
            let isPart = isSubsequence(asked, of: offered)
            let isWhole = candidate.utf8.count >= 4 && isSubsequence(offered, of: asked)
            if isPart || isWhole { found.append(candidate) }
        }
        return found.count == 1 ? found.first : nil
    }

    /// The words that a name consists of, in small letters.
    private static func parts(of name: String) -> [[UInt8]] {
        var parts: [[UInt8]] = []
        var wasSmall = false
        for byte in name.utf8.prefix(200) {
            let isLarge = (0x41...0x5A).contains(byte)
            let isLetter = isLarge || (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte) || byte >= 0x80
            guard isLetter else {
                wasSmall = false
                parts.append([])
                continue
            }
            if parts.isEmpty || isLarge && wasSmall { parts.append([]) }
            parts[parts.count - 1].append(isLarge ? byte | 0x20 : byte)
            wasSmall = !isLarge
        }
        return parts.filter { !$0.isEmpty }
    }

    private static func isSubsequence(_ few: [[UInt8]], of many: [[UInt8]]) -> Bool {
        var rest = many[...]
        for part in few {
            guard let position = rest.firstIndex(of: part) else { return false }
            rest = rest[(position + 1)...]
        }
        return !few.isEmpty
    }

    /// The sentence "did you mean `x`?" for the nearest candidate, else the list of all of them when it is short.
    ///
    /// - Parameter preferring: Those among them that are more probable, such as the ones that are not used yet.
    public static func help(
        for word: String, among candidates: [String], preferring: [String] = [], noun: String
    ) -> String {
        if let nearest = nearest(to: word, among: preferring) ?? nearest(to: word, among: candidates) {
            return "did you mean `\(nearest)`?"
        }
        return list(of: candidates, noun: noun)
    }

    /// The list of all candidates when it is short, else of the first of them.
    package static func list(of candidates: [String], noun: String) -> String {
        if candidates.isEmpty { return "no \(noun) exists" }
        let shown = candidates.prefix(12).map { "`\($0)`" }.joined(separator: ", ")
        let rest = candidates.count > 12 ? " and \(candidates.count - 12) more" : ""
        return "known: \(shown)\(rest)"
    }

    /// The number of insertions, deletions, replacements and swaps of neighbours between two words (optimal string
    /// alignment); anything above `limit` may be reported as `limit + 1`.
    private static func distance(_ left: [Character], _ right: [Character], limit: Int) -> Int {
        if abs(left.count - right.count) > limit { return limit + 1 }
        var before: [Int] = []
        var last = Array(0...right.count)
        for (row, one) in left.enumerated() {
            var current = [row + 1]
            for (column, two) in right.enumerated() {
                var cost = min(last[column + 1] + 1, current[column] + 1, last[column] + (one == two ? 0 : 1))
                if row > 0, column > 0, one == right[column - 1], left[row - 1] == two {
                    cost = min(cost, before[column - 1] + 1)
                }
                current.append(cost)
            }
            before = last
            last = current
        }
        return last[right.count]
    }
}
