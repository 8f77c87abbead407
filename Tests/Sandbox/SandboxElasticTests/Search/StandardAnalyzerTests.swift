import Testing

@testable import SandboxElastic

struct StandardAnalyzerTests {
    @Test(
        arguments: [
            ("Trying out, Elasticsearch!", ["trying", "out", "elasticsearch"]), ("don't", ["don't"]),
            ("a@b.c", ["a", "b.c"]), ("d-e f_g", ["d", "e", "f_g"]), ("1,000 1.5", ["1,000", "1.5"]),
            ("日本", ["日", "本"]), ("", []), ("...", []), ("_", []), ("end.", ["end"]),
        ] as [(String, [String])])
    func tokens(text: String, expected: [String]) {
        #expect(StandardAnalyzer.tokens(text) == expected)
    }
}
