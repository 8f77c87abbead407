import RunbookModel
import RunbookRun
import Testing

@testable import RunbookEngine

/// Lines of texts that were expected.
struct LineMatcherTests {
    @Test(arguments: [
        ("a\nc", "a\nb\nc", nil), ("c\na", "a\nb\nc", "a"), ("  a  \n\n", "x\n\ta \ny", nil), ("b", "a", "b"),
        ("", "", nil), ("a", "a\r\nb", nil), ("a\na", "a", "a"),
        // Whole lines.
        ("docs 1", "docs 12", "docs 1"), ("green", "evergreen", "green"), ("green 1", "evergreen 10", "green 1"),
        ("a", "x a y", "a"), ("ab", "a b", "ab"), ("é", "e\u{301}", "é"),
        // Parts where the line says so.
        ("...green...", "evergreen 10", nil), ("green...", "evergreen", "green..."), ("...green", "evergreen", nil),
        ("a...c", "abc", nil), ("a...c", "ac", nil), ("a...c", "abd", "a...c"), ("a...b...a", "aba", nil),
        ("aa...aa", "aaa", "aa...aa"), ("...", "anything", nil), ("...", "", "..."), ("a...\n...b", "ax\nxb", nil),
        ("...a.....", "xay..", nil),
    ])
    func findsWholeLinesInOrder(expected: String, actual: String, missing: String?) {
        #expect(LineMatcher([(expected, false)]).difference(in: actual)?.expected == missing)
    }

    @Test func aValueIsNoWildcard() {
        let matcher = LineMatcher([("name ", false), ("a...b", true)])
        #expect(matcher.difference(in: "name a...b") == nil)
        #expect(matcher.difference(in: "name aXb") != nil)
        #expect(LineMatcher([("x ", false), ("1\n2", true)]).difference(in: "x 1\n2") == nil)
    }

    @Test func saysWhereItIsOnlyAPart() {
        let found = LineMatcher([("docs 1", false)]).difference(in: "docs 12\nother")
        #expect(found?.path == "line 1")
        #expect(found?.actual.contains("`docs 12`") == true)
    }

    /// Twenty thousand lines, of which each is nearly the expected one.
    @Test(.timeLimit(.minutes(1))) func takesLinearTime() {
        let line = String(repeating: "a", count: 50)
        let text = Array(repeating: line, count: 20_000).joined(separator: "\n")
        #expect(LineMatcher([("..." + line + "b...", false)]).difference(in: text) != nil)
        let long = String(repeating: "a", count: 1_000_000)
        #expect(
            LineMatcher([("..." + String(repeating: "a", count: 50_000) + "b...", false)]).difference(in: long) != nil)
    }

    /// The columns of a table are as wide as what is in its rows.
    @Test(arguments: [
        ("a b", "a  b"), ("health status index", "health   status\tindex"), ("a  ...  c", "a b c"),
        ("a ... c", "a   c"),
    ])
    func anyNumberOfBlanksIsTheSame(expected: String, actual: String) {
        #expect(LineMatcher([(expected, false)]).difference(in: actual) == nil)
        #expect(LineMatcher([(expected, true)]).difference(in: actual) == nil || expected.contains("..."))
    }
}
