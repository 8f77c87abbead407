import Testing

@testable import RunbookReport

struct WrappedTextTests {
    @Test(arguments: [
        ("one two three", 7, ["one two", "three"]),
        ("one\n\n  two three four", 11, ["one", "", "  two three", "  four"]),
        ("unbreakable word", 5, ["unbreakable", "word"]),
        ("日本 語", 5, ["日本", "語"]),
        ("", 10, [""]),
    ])
    func wraps(text: String, width: Int, lines: [String]) {
        #expect(WrappedText.lines(text, width: width) == lines)
    }

    @Test(arguments: [
        ("a\nb\n\nc\nd", "a b\n\nc d"), ("a\n- b\n- c\nd", "a\n- b\n- c\nd"), ("1. a\n2. b", "1. a\n2. b"),
        ("| a |\n| b |", "| a |\n| b |"), ("```\na\nb\n```\nc", "```\na\nb\n```\nc"), ("a\n**b** c", "a **b** c"),
        ("", ""),
    ])
    func reflows(markdown: String, expected: String) {
        #expect(WrappedText.reflowed(markdown) == expected)
    }
}
