import Testing

@testable import SandboxElastic

struct WildcardTermTests {
    @Test(arguments: [
        ("a*", "abc", true), ("a*", "b", false), ("?", "a", true), ("?", "", false), ("*", "", true),
        ("a?c*e", "abcde", true),
        ("*b*b", "abab", true), ("*b*b", "aba", false), ("a\\*", "a*", true), ("a\\*", "ab", false), ("", "", true),
        ("**a", "bba", true),
    ])
    func matching(pattern: String, text: String, isMatch: Bool) {
        #expect(WildcardTerm(pattern).matches(text) == isMatch)
    }

    @Test func manyStarsTakeNoTime() {
        let pattern = String(repeating: "*a", count: 200) + "b"
        #expect(!WildcardTerm(pattern).matches(String(repeating: "a", count: 5000)))
    }
}
