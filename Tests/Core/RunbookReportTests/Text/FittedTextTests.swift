import RunbookModel
import Testing

@testable import RunbookReport

struct FittedTextTests {
    @Test(arguments: [
        ("short", 10, "short"), ("exactly", 7, "exactly"), ("too long", 5, "too…"), ("日本語", 6, "日本語"),
        ("日本語", 5, "日本…"),
        ("日本語", 4, "日…"), ("e\u{301}e\u{301}e\u{301}", 3, "e\u{301}e\u{301}e\u{301}"), ("🚀🚀", 3, "🚀…"), ("x", 0, ""),
    ])
    func cutsByColumns(_ text: String, _ columns: Int, _ cut: String) {
        #expect(FittedText.cut(text, to: columns) == cut)
    }

    @Test func padsByColumns() {
        #expect(FittedText.padded("日本", to: 6) == "日本  ")
        #expect(FittedText.padded("日本語", to: 4) == "日… ")
    }

    /// A megabyte of marks upon one letter is one character.
    @Test func oneLineIsBounded() {
        #expect(VisibleText.oneLine("a" + String(repeating: "\u{301}", count: 500_000)).unicodeScalars.count <= 2_001)
        #expect(VisibleText.oneLine(String(repeating: "a", count: 1_000_000)).count == 500)
        #expect(VisibleText.oneLine("a\r\nb\u{2028}c") == "a b c")
    }
}
