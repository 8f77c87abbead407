/// The rules of effects by the words of their paths, so that only a few of them are tried for a request.
struct EffectIndex: Sendable {
    /// That of the table of all rules.
    static let table = EffectIndex(EffectRule.table)

    private let rules: [EffectRule]
    /// The rules that need no word, in their order.
    private let wordless: [EffectRule]
    /// The places of the rules that need none, and of those that need a word.
    private let places: (wordless: [Int], byWord: [String: [Int]])

    /// Indexes rules, which keep their order.
    init(_ rules: [EffectRule]) {
        self.rules = rules
        var general: [Int] = []
        var byWord: [String: [Int]] = [:]
        for (place, rule) in rules.enumerated() {
            guard let words = rule.words else {
                general.append(place)
                continue
            }
            for word in words { byWord[word, default: []].append(place) }
        }
        wordless = general.map { rules[$0] }
        places = (general, byWord)
    }

    /// The rules that may apply to a path, in the order of the table.
    func candidates(for segments: [String]) -> [EffectRule] {
        let found = segments.compactMap { places.byWord[$0] }
        if found.isEmpty { return wordless }
        return Set(found.joined()).union(places.wordless).sorted().map { rules[$0] }
    }
}
