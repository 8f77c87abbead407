import RunbookModel
import Testing

@Suite struct UsesLineTests {
    @Test(
        arguments: [
            ("uses: a/b.C", "a/b.C", "a", "b.C"), ("uses:\ta/b  \nx: 1", "a/b", "a", "b"),
            ("uses: a/b # a comment", "a/b", "a", "b"), ("uses: a/b#c", "a/b#c", "a", "b#c"),
            ("uses: a/b/c\r\nx: 1", "a/b/c", "a", "b/c"), ("uses: a", "a", "a", nil), ("uses: a/", "a/", "a", ""),
            ("uses:", "", "", nil), ("uses: \n", "", "", nil), ("uses: # a", "", "", nil),
        ] as [(String, String, String, String?)])
    func isRead(block: String, text: String, family: String, name: String?) throws {
        let line = try #require(UsesLine(block))
        #expect(line.text == text)
        #expect(line.family == family)
        #expect(line.name == name)
        #expect(String(decoding: Array(block.utf8)[line.range], as: UTF8.self) == text)
    }

    @Test(arguments: ["", "use: a/b", " uses: a/b", "uses a/b", "uses:a/b", "x: 1\nuses: a/b", "\"uses\": a/b"])
    func otherLinesAreNone(block: String) { #expect(UsesLine(block) == nil) }
}
