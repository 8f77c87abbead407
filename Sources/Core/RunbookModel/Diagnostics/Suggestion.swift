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
        return best?.candidate
    }

    /// The sentence "did you mean `x`?" for the nearest candidate, else the list of all of them when it is short.
    public static func help(for word: String, among candidates: [String], noun: String) -> String {
        if let nearest = nearest(to: word, among: candidates) { return "did you mean `\(nearest)`?" }
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
