import OrderedJSON
import Testing
import YAML

struct YAMLErrorTests {
    @Test(arguments: [
        ("a: &x 1", 1, 4, "an anchor"), ("a: &x [1]", 1, 4, "an anchor"), ("&x a: 1", 1, 1, "an anchor"),
        ("a: 1\nb: *x", 2, 4, "an alias"), ("é: &x 1", 1, 5, "an anchor"),
        ("a: !!str 1", 1, 4, "a tag"), ("a: ! 1", 1, 4, "a tag"), ("a: !x {}", 1, 4, "a tag"),
        ("a:\n  <<: {b: 1}", 2, 3, "a merge key"),
        ("%YAML 1.2\n---\na: 1", 1, 1, "a directive"), ("%TAG ! !x\n---\na: 1", 1, 1, "a directive"),
        ("a: 1\n---\nb: 2", 2, 1, "a second document"), ("a: 1\n...\nb", 3, 1, "unexpected text after the end"),
        ("? [a]\n: 1", 1, 3, "a key must be a scalar"), ("{{a: 1}: 1}", 1, 2, "a key must be a scalar"),
    ])
    func refusesWhatReadersUnderstandDifferently(text: String, line: Int, column: Int, message: String) {
        expect(text, line, column, message)
    }

    @Test(arguments: [
        ("a: [1, 2\nb: 3", 2, 2, "the `[` before this is not closed"), ("a: \"x", 1, 6, "unexpected end of stream"),
        ("a:\n\t- 1", 2, 1, "use spaces"), ("a: @x", 1, 4, "put it in quotes"), ("a: `x`", 1, 4, "put it in quotes"),
        ("a: b: c", 1, 5, "put quotes around the value"), ("a: 1\nb\n", 3, 1, "expected `key: value`"),
        (#"a: "\ud83d\ude00""#, 1, 7, "write the character itself"), ("a: [${x}]", 1, 6, "`{` ends a value"),
        ("a: \u{0}", 1, 4, "control characters"), ("a: 1\nb: é\u{1}", 2, 6, "control characters"),
    ])
    func saysWhatIsNotYAML(text: String, line: Int, column: Int, message: String) {
        expect(text, line, column, message)
    }

    /// Each sign that ends a value in braces says so, and what to do.
    @Test(arguments: [
        ("{ a: b: c }", 1, 7, "`: ` ends a value in braces or brackets: put quotes"),
        ("{ a: é #1 of it, b: c }\nd: 1", 2, 1, "` #` starts a comment up to the end of its line: put quotes"),
        ("{ a: is it 'x' # y }", 1, 21, "` #` starts a comment"), ("{ a: x [b] c }", 1, 8, "`[` ends a value"),
        ("{ a: x {b} c }", 1, 8, "`{` ends a value"), ("{ a: ? x }", 1, 6, "cannot start with `?`: put it in quotes"),
        ("{ a: ?x, b: c }", 1, 6, "cannot start with `?`"), ("{ a: - x }", 1, 6, "cannot start with `-`"),
        ("{ a: \"b\" c }", 1, 10, "put quotes around the whole value"), ("[a\nb: c", 2, 2, "write `]`"),
        ("{ a: b, c, a }", 1, 12, "the key `a` is repeated: a comma ends a value in braces"),
    ])
    func saysWhatEndsAValue(text: String, line: Int, column: Int, message: String) {
        expect(text, line, column, message)
    }

    @Test(
        arguments: [
            ([0x61, 0x3A, 0x20, 0xFF], 4), ([0xEF, 0xBB, 0xBF, 0x61, 0x3A, 0x20, 0xC0, 0x80], 7),
            ([0x61, 0x3A, 0x20, 0xED, 0xA0, 0x80], 4),
        ] as [([UInt8], Int)])
    func refusesWhatIsNotUTF8(bytes: [UInt8], column: Int) {
        let error = #expect(throws: YAMLError.self) { try YAMLNode(bytes: bytes) }
        #expect(error?.line == 1)
        #expect(error?.column == column)
    }

    @Test func namesBothPlacesOfADoubleKey() throws {
        let error = #expect(throws: YAMLError.self) { try YAMLNode(parsing: "a: 1\nb: 2\n'a': 3") }
        #expect(error?.message == "the key `a` is repeated")
        #expect(error?.line == 3)
        #expect(error?.related?.mark == YAMLMark(offset: 0, line: 1, column: 1))
        #expect(try YAMLNode(parsing: "- {a: 1}\n- {a: 2}\n- 'a': {a: 1}").sequence?.count == 3)
    }

    @Test func aQuotedMergeKeyIsAKey() throws {
        #expect(try YAMLNode(parsing: "'<<': 1").json == ["<<": 1])
    }

    @Test(arguments: [
        (String(repeating: "[", count: 10_000), 65), (String(repeating: "- ", count: 100_000), 129),
        (String(repeating: "{a: ", count: 10_000), 257),
    ])
    func stopsAtTheDepth(text: String, column: Int) {
        expect(text, 1, column, "more than 64 nested levels")
    }

    @Test func readsWhatIsJustDeepEnough() throws {
        let text = String(repeating: "[", count: 64) + String(repeating: "]", count: 64)
        #expect(try YAMLNode(parsing: text).sequence?.count == 1)
    }

    @Test func stopsAtTheSize() throws {
        let text = String(repeating: "a", count: YAMLNode.maximumBytes)
        #expect(try YAMLNode(parsing: text).scalar?.text == text)
        expect(text + "a", 1, 1, "more than 262144")
    }

    @Test func stopsAtTheNumberOfNodes() {
        expect("[" + String(repeating: "1,", count: YAMLNode.maximumNodes) + "]", 1, 100_000, "more than 50000 values")
    }

    private func expect(_ text: String, _ line: Int, _ column: Int, _ message: String) {
        let error = #expect(throws: YAMLError.self) { try YAMLNode(parsing: text) }
        #expect(error.map { [$0.line, $0.column] } == [line, column])
        #expect(error?.message.contains(message) == true, "\(error?.message ?? "")")
    }
}
