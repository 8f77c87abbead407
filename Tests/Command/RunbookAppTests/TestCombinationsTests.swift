import OrderedJSON
import RunbookEngine
import RunbookModel
import RunbookSyntax
import Testing

@testable import RunbookApp

struct TestCombinationsTests {
    /// The combinations of a runbook whose steps choose by parameters with so many values.
    private func combinations(_ counts: [Int]) throws -> [[String: String]] {
        var text = "# T\n\n```yaml runbook\nversion: 1\ntargets:\n  a: { kind: elasticsearch }\nparameters:\n"
        for (index, count) in counts.enumerated() {
            let values = (0..<count).map { "v\($0)" }.joined(separator: ", ")
            text += "  p\(index): { enum: [\(values)] }\n"
        }
        text += "```\n\n"
        for index in counts.indices { text += "## S\(index)\n\n```console run if=p\(index):v0\nGET /\n```\n\n" }
        let runbook = try #require(RunbookParser.parse(SourceText(file: "t.md", text: text)).runbook)
        return TestCombinations.all(of: Binder.bind(runbook, to: HandlerRegistry([])))
    }

    @Test(arguments: [([], 1), ([2], 2), ([2, 3], 6), ([4, 4], 16)])
    func triesEveryCombinationUpToTheLimit(counts: [Int], expected: Int) throws {
        let all = try combinations(counts)
        #expect(all.count == expected)
        #expect(Set(all).count == expected)
    }

    @Test func triesEachValueOnceBeyondTheLimit() throws {
        let all = try combinations([5, 4])
        #expect(all.count == 5)
        #expect(Set(all.compactMap { $0["p0"] }) == ["v0", "v1", "v2", "v3", "v4"])
        #expect(Set(all.compactMap { $0["p1"] }) == ["v0", "v1", "v2", "v3"])
    }
}
