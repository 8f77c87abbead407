import Testing

@testable import RunbookReport

struct PlainProseTests {
    private func plain(_ text: String, width: Int = 100) -> String {
        PlainProse.lines(text, width: width).joined(separator: "\n")
    }

    @Test(arguments: [
        ("**bold** and *em*, __bold__ and _em_", "bold and em, bold and em"),
        ("***both*** `a` ``b ` c``", "both `a` b ` c"),
        ("[text](https://a.b/c) and [other](#there), [c](c.md)", "text (https://a.b/c) and other, c"),
        ("![a picture](x.png) <https://a.b>", "a picture https://a.b"),
        ("2 * 3 * 4, snake_case_name, a*", "2 * 3 * 4, snake_case_name, a*"),
        (#"\*not\* \`code\` C:\dir"#, #"*not* `code` C:\dir"#),
        ("a <!-- hidden --> b", "a  b".replacing("  ", with: " ")),
        ("# Title", "Title"), ("- [ ] a\n  - [x] b", "☐ a\n  ☐ b"), ("`**raw**`", "`**raw**`"),
        ("**open", "**open"), ("[no link] [x](", "[no link] [x]("), ("<name> & co", "<name> & co"),
    ])
    func showsTextWithoutMarkup(_ markdown: String, _ text: String) {
        #expect(plain(markdown) == text)
    }

    @Test func keepsCodeTogether() {
        #expect(plain("Type `kubectl get pods` now", width: 16) == "Type\n`kubectl get pods`\nnow")
        #expect(plain("Run\n\n```sh\nx  --long --line\n```\n\nnow", width: 8) == "Run\n\n    x  --long --line\n\nnow")
    }

    @Test func spellsOutWhatSteersATerminal() {
        #expect(plain("a\u{1B}[31m*b*\u{202E}") == #"a\u{1b}[31mb\u{202e}"#)
    }

    /// Whatever somebody writes, it takes no longer than its length allows.
    @Test(.timeLimit(.minutes(1)), arguments: ["*a ", "[", "[a](", "`", "<", "_a", "**a* ", "![", "\\", "<!--"])
    func takesLinearTime(_ part: String) {
        #expect(!plain(String(repeating: part, count: 1_000_000 / part.utf8.count)).isEmpty)
    }
}
