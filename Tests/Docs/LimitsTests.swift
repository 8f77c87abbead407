import OrderedJSON
import RunbookEngine
import RunbookEnvironment
import RunbookModel
import RunbookRun
import Testing
import YAML

/// `docs/limits.md` names the numbers that the sources have.
struct LimitsTests {
    private static let numbers = [
        "\(YAMLNode.maximumBytes >> 10) KiB, \(YAMLNode.maximumDepth) deep, 50,000 nodes",
        "expectation | \(JSON.maximumDepth) deep",
        "response in the journal | \(ResponseRecord.limit >> 10) KiB, with length",
        "expectation | \(ExpectationMatcher.limit) |",
        "\(Masker.minimumLength) characters to \(SecretResolver.maximumBytes >> 10) KiB",
    ]

    @Test(arguments: numbers)
    func itHas(_ number: String) {
        #expect(Page("docs/limits.md").text.contains(number))
    }

    @Test func theNumbersThatItWritesOtherwise() {
        #expect(YAMLNode.maximumNodes == 50_000)
        #expect(DurationText.longest == .seconds(1_000 * 3_600))
    }
}
