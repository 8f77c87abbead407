import Patterns
import Testing

struct PatternTests {
    @Test(arguments: [
        ("^[a-z0-9_-]+$", "cluster_one", true), ("^[a-z0-9_-]+$", "Cluster", false), ("b", "abc", true),
        ("^\\d{2}\\s\\w$", "12 ä", true), ("^.$", "é", true), ("^(?:a|b)(?=c)", "bc", true), ("^\\u0041$", "A", true),
        ("^$", "", true), ("^a$", "a\nb", false), ("", "x", true),
    ])
    func matches(_ pattern: String, _ text: String, _ matches: Bool) throws {
        #expect(try Pattern(pattern).matches(text) == matches)
    }

    @Test(arguments: [("[", 1), ("a(", 2), ("*", 0), ("(?<n>a)(?<n>b)", 12), ("\\C", 2)])
    func refusesWhatIsNoExpression(_ pattern: String, _ offset: Int) {
        let failure = #expect(throws: Pattern.Failure.self) { try Pattern(pattern) }
        guard case .malformed(let message, let place) = failure else {
            Issue.record("\(String(describing: failure))")
            return
        }
        #expect(place == offset, "\(message)")
        #expect(!message.isEmpty)
    }

    @Test(arguments: ["^(a+)+$", "^(a|a)*$", "^(a|aa)+$"])
    func givesUpWhatNeverEnds(_ pattern: String) throws {
        let text = String(repeating: "a", count: 60) + "!"
        #expect(throws: Pattern.Failure.exhausted) { try Pattern(pattern).matches(text) }
    }
}
