import Testing

@testable import ElasticRequests

struct EffectIndexTests {
    /// A name and the words of the table, alone and in pairs.
    private static let paths: [[String]] = {
        let words = ["name", "_doc"] + Set(EffectRule.table.flatMap { $0.words ?? [] }).sorted()
        let pairs = words.flatMap { first in words.map { [first, $0] } }
        return [[]] + words.map { [$0] } + words.map { ["name", $0, "name"] } + pairs
    }()

    @Test func leavesAwayOnlyRulesThatDoNotApply() {
        for method in ["POST", "DELETE"] {
            for path in Self.paths {
                let all = EffectRule.table.filter { $0.applies(to: method, path) }
                let candidates = EffectIndex.table.candidates(for: path)
                if candidates.filter({ $0.applies(to: method, path) }) != all {
                    Issue.record("\(method) \(path) has other rules by its words")
                }
            }
        }
    }

    @Test func fewRulesAreTriedForADocument() {
        #expect(EffectIndex.table.candidates(for: ["orders", "_doc", "1"]).count < 8)
        #expect(EffectRule.table.count > 60)
    }
}
