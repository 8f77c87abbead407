import SandboxWorld
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

    /// ASCII has a way of its own, which finds the same words.
    @Test(arguments: 0..<8)
    func plainTextHasTheSameWords(seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        let some = Array("aB9_.,:;'- \n\0~".utf8)
        for _ in 0..<300 {
            // Long ones are cut.
            let length = Int.random(in: 0...(seed == 0 ? 700 : 24), using: &generator)
            let letters = seed == 0 ? Array("aB9.".utf8) : some
            let bytes = (0..<length).compactMap { _ in letters.randomElement(using: &generator) }
            let text = String(decoding: bytes, as: UTF8.self)
            #expect(
                StandardAnalyzer.plainTokens(text) == StandardAnalyzer.words(text).map { $0.text.lowercased() },
                "\(text)")
        }
        #expect(StandardAnalyzer.plainTokens("caf\u{E9}") == nil)
    }
}
