import Testing

@testable import RunbookFilters

struct SyntaxMessageTests {
    @Test(
        arguments: [
            ("jq: error: nobody/0 is not defined at <top-level>, line 12:\nx", "nobody/0 is not defined", 12),
            (
                "jq: error: syntax error, unexpected $end (Unix shell quoting issues?) at <top-level>, line 1:\n.a |",
                "syntax error, unexpected $end", 1
            ),
            ("jq: error: something else", "something else", nil),
        ] as [(String, String, Int?)])
    func takenApart(message: String, text: String, line: Int?) throws {
        let parsed = try #require(SyntaxMessage(message))
        #expect(parsed.text == text)
        #expect(parsed.line == line)
    }

    @Test
    func countOfErrorsIsNoMessage() {
        #expect(SyntaxMessage("jq: 1 compile error") == nil)
    }
}
