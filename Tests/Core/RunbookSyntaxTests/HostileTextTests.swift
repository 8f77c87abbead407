import RunbookModel
import Testing

@testable import RunbookSyntax

struct HostileTextTests {
    @Test(arguments: [
        "", "\n", "\u{FEFF}", "---", "---\n", "```", "~~~yaml runbook", "<!--", "- ", "1.", "[", "#", ">",
    ])
    func nothingIsNoRunbook(text: String) {
        let result = RunbookParser.parse(SourceText(file: "a.md", text: text))
        #expect(result.executableFences == 0)
        #expect(result.runbook?.steps.isEmpty != false)
    }

    @Test(
        arguments: [([0x61, 0xFF], 1), ([0xC3, 0xA9, 0x80], 2), ([0xED, 0xA0, 0x80], 0), ([0x61, 0xC3], 1)]
            as [([UInt8], Int)])
    func refusesWhatIsNotUTF8(bytes: [UInt8], offset: Int) {
        let result = RunbookParser.parse(SourceText(file: "a.md", bytes: bytes))
        #expect(result.diagnostics.map(\.code) == ["source/not-utf8"])
        #expect(result.diagnostics.first?.span?.start.offset == offset)
        #expect(result.runbook == nil)
    }

    @Test func refusesNUL() {
        let result = RunbookParser.parse(SourceText(file: "a.md", text: "a\n\u{0}"))
        #expect(result.diagnostics.map(\.code) == ["source/nul"])
        #expect(result.diagnostics.first?.span?.description == "a.md:2:1")
    }

    @Test func aByteOrderMarkIsNoPartOfTheText() throws {
        let text = MarkedText("\u{FEFF}```yaml runbook\nversion: 1\n1️⃣x2️⃣: 1\n```")
        #expect(RunbookParser.parse(text.source).diagnostics.first?.span == text.span("1️⃣", "2️⃣"))
        let first = MarkedText("\u{FEFF}```console run 1️⃣id2️⃣\n```\n" + declaration)
        #expect(RunbookParser.parse(first.source).diagnostics.first?.span == first.span("1️⃣", "2️⃣"))
    }

    @Test(arguments: ["> ", "- ", "1. ", "* [ ] "])
    func depthCostsNoStack(mark: String) {
        let text = String(repeating: mark, count: 10_000) + "x\n\n" + declaration
        let result = RunbookParser.parse(SourceText(file: "a.md", text: text))
        #expect(result.runbook != nil || mark != "> ")
    }

    @Test(arguments: [
        "[", "*a ", "`", "<!-- runbook: ", "${", "${x", "<!--", "&#", "\\", "_a_", "\"'", "=", "![](", "<a ",
    ])
    func repetitionCostsNoTime(piece: String) throws {
        let text = "# h\n\n- " + String(repeating: piece, count: 10_000) + "\n\n" + declaration
        #expect(RunbookParser.parse(SourceText(file: "a.md", text: text)).runbook != nil)
    }

    @Test func manyCommentsInOneParagraphCostNoTime() {
        let text = "- x " + String(repeating: "<!-- a --> `b` ", count: 5_000)
        #expect(parse(text).diagnostics == [])
    }

    @Test func aLargeDocumentIsReadInLinearTime() {
        func time(_ count: Int) -> Duration {
            let item =
                "1. Do é ${x}:\n\n   ```console run\n   GET /\n   ```\n\n   ```json expect\n   {\"a\": 1}\n   ```\n\n"
            let source = SourceText(file: "a.md", text: declaration + "\n" + String(repeating: item, count: count))
            return ContinuousClock().measure { #expect(RunbookParser.parse(source).runbook?.steps.count == count) }
        }
        let small = time(200)
        let large = time(2_000)
        #expect(large < small * 40 + .milliseconds(200))
    }

    @Test func controlCharactersDoNotReachMessagesUnseen() throws {
        let result = parse("```console run id=\u{1B}[2Jx\n```")
        #expect(result.diagnostics.map(\.code) == ["name/invalid"])
    }
}
