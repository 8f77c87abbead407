import Testing

@testable import RunbookReport

/// Text in the columns of a terminal.
struct ScreenTextTests {
    private func laidOut(_ text: String, _ columns: Int = 40) -> [String] {
        ScreenText(columns: columns).laidOut(text).split(separator: "\n", omittingEmptySubsequences: false).map(
            String.init)
    }

    @Test func leavesWhatFits() {
        #expect(laidOut("a\n\n  b  \n") == ["a", "", "  b  ", ""])
    }

    @Test func continuesBelowTheTextOfALabel() {
        #expect(
            laidOut("  = help: write one or the other of these, and nothing else") == [
                "  = help: write one or the other of", "          these, and nothing else",
            ])
        #expect(
            laidOut("next      one and two and three and four and five") == [
                "next      one and two and three and four", "          and five",
            ])
    }

    @Test func keepsCodeTogetherWhereALineHasRoom() {
        #expect(
            laidOut("write this word, and then `a b c d` behind it, please") == [
                "write this word, and then `a b c d`", "behind it, please",
            ])
        #expect(
            laidOut("write these words, then a `code of words`") == ["write these words, then a", "`code of words`"])
    }

    /// A command over two lines is the same command.
    @Test(arguments: [
        "  runbook resume 2026-11-21-7f3c --store '/srv/my store' --plugin-dir /srv/plugins",
        "runbook confirm 2026-11-21-7f3c make --digest 6f2a90c1b7d4 --set 'name=a b c d e f g h i'",
    ])
    func breaksACommandSoThatItCanBePasted(command: String) {
        let lines = laidOut(command)
        #expect(lines.count > 1)
        #expect(lines.dropLast().allSatisfy { $0.hasSuffix(" \\") && $0.count <= 40 }, "\(lines)")
        let pasted = lines.joined(separator: "\n").replacing(" \\\n", with: "")
        #expect(pasted.split(separator: " ") == command.split(separator: " "))
        #expect(lines.contains { $0.contains("'/srv/my store'") || $0.contains("'name=a b c d e f g h i'") })
    }

    @Test func beginsEachLineOfACommentWithItsMark() {
        let lines = laidOut(
            "  runbook confirm 2026-11-21-7f3c make --applied  # or --not-applied, or nothing at all of it")
        let comment = lines.filter { $0.contains("#") }
        #expect(comment.count == 2, "\(lines)")
        #expect(!comment.contains { $0.hasSuffix("\\") })
    }

    @Test func countsNoColours() {
        let text = "\u{1B}[1;31merror\u{1B}[0m: 12345678901234567890123456789012"
        #expect(laidOut(text) == [text])
    }

    @Test func keepsTheBlankBehindAPrompt() {
        #expect(laidOut("  [r]un it again, [s]kip it, [u]ndo the run or [l]eave: ").last == "  run or [l]eave: ")
    }

    @Test func keepsAWordThatIsLongerThanALine() {
        let long = String(repeating: "x", count: 60)
        #expect(laidOut("a \(long) b") == ["a", long, "b"])
    }
}
