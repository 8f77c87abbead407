import OrderedJSON
import Testing
import YAML

struct YAMLNodeTests {
    @Test func keepsTheOrderOfKeys() throws {
        let node = try YAMLNode(parsing: "zebra: 1\nant: { y: [a, 'b'], x: }\n1: one\n")
        #expect(node.mapping?.map(\.name) == ["zebra", "ant", "1"])
        #expect(node.json.text() == #"{"zebra":1,"ant":{"y":["a","b"],"x":null},"1":"one"}"#)
        #expect(node["ant"]?["y"]?.sequence?.count == 2)
        #expect(node["bee"] == nil)
    }

    @Test(arguments: [
        ("v", "string"), ("1", "number"), ("true", "boolean"), ("", "null"), ("[1]", "sequence"), ("{a: 1}", "mapping"),
    ])
    func namesItsKind(value: String, kind: String) throws {
        #expect(try YAMLNode(parsing: "k: \(value)")["k"]?.kind == kind)
    }

    @Test(arguments: ["", "\n", "# only a comment\n", "---\n"])
    func anEmptyTextIsNull(text: String) throws {
        #expect(try YAMLNode(parsing: text).json == .null)
    }

    @Test func marksTheDocumentEndAndStartAsPartOfOneDocument() throws {
        #expect(try YAMLNode(parsing: "---\na: 1\n...\n").json == ["a": 1])
    }

    /// The text as written must be found again through the range, whatever stands before it.
    @Test(arguments: [
        ("k: plain  # c\n", "plain"),
        ("k: two\n  lines\nz: 1\n", "two\n  lines"),
        ("k: 'it''s'\n", "'it''s'"),
        (#"k: "a\nb" "#, #""a\nb""#),
        ("é: ü\nk: \"ö 😀\" # c", "\"ö 😀\""),
        ("\u{FEFF}é: 1\nk: v", "v"),
        ("k: ${x}\n", "${x}"),
        ("k: |\n  a\n  ${b}\nz: 1", "|\n  a\n  ${b}\n"),
        ("k: >-\n  a\n", ">-\n  a\n"),
        ("a: 1\r\nk: {b: [1, 2]}\r\n", "{b: [1, 2]}"),
        ("k:\n  - 1\n  - z\n\n# end\n", "- 1\n  - z"),
        ("k:\n  a: 1\n\n\nz: 2", "a: 1"),
        ("k:\nz: 2", ""),
        ("q: a\u{85} b\nk: v", "v"),
    ])
    func knowsItsRange(text: String, written: String) throws {
        let node = try #require(try YAMLNode(parsing: text)["k"])
        #expect(String(decoding: Array(text.utf8)[node.range], as: UTF8.self) == written)
    }

    @Test(arguments: [
        ("a: 1\nk: v", 2, 4, 2, 5),
        ("é: {ü: 1, k: \"ö\"}", 1, 16, 1, 20),
        ("\u{FEFF}k: v", 1, 7, 1, 8),
        ("a: 1\r\n\r\nk: v\r\n", 3, 4, 3, 5),
        ("a: x\u{2028} y\nk: v", 2, 4, 2, 5),
        ("a: 1\rk: v\r", 2, 4, 2, 5),
    ])
    func countsLinesAsEditorsDoAndColumnsInBytes(text: String, line: Int, column: Int, endLine: Int, endColumn: Int)
        throws
    {
        let root = try YAMLNode(parsing: text)
        let node = try #require(root["k"] ?? root.mapping?.first?.value["k"])
        #expect([node.start.line, node.start.column] == [line, column])
        #expect([node.end.line, node.end.column] == [endLine, endColumn])
    }

    @Test func placesKeys() throws {
        let entry = try #require(try YAMLNode(parsing: "a:\n  'b c': 1").mapping?.first?.value.mapping?.first)
        #expect(entry.name == "b c")
        #expect(entry.key.start == YAMLMark(offset: 5, line: 2, column: 3))
        #expect(entry.key.end == YAMLMark(offset: 10, line: 2, column: 8))
    }
}
