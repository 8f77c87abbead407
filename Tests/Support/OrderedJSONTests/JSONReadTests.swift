import OrderedJSON
import Testing

struct JSONReadTests {
    @Test func keepsOrderDuplicatesAndNumbers() throws {
        let text = #"{"z":1,"a":12345678901234567890,"e":1.10,"a":[true,null,"é\n😀"]}"#
        #expect(try JSON(parsing: text).text() == text)
    }

    @Test(arguments: [
        ("", 1, 1), ("{", 1, 2), (#"{"a":1,}"#, 1, 8), ("[1\n,2,]", 2, 4), ("01", 1, 1), ("\"\u{1}\"", 1, 2),
        ("1 2", 1, 3),
    ])
    func saysWhere(text: String, line: Int, column: Int) {
        let error = #expect(throws: JSONError.self) { try JSON(parsing: text) }
        #expect(error?.line == line)
        #expect(error?.column == column)
    }

    @Test func refusesDeepNestingInsteadOfOverflowing() {
        #expect(throws: JSONError.self) { try JSON(parsing: String(repeating: "[", count: 100_000)) }
    }

    @Test func readsSurrogatePairsAndReplacesLoneOnes() throws {
        #expect(try JSON(parsing: #""\ud83d\ude00""#) == .string("😀"))
        #expect(try JSON(parsing: #""\ud83dx""#) == .string("\u{FFFD}x"))
    }

    @Test(arguments: ["[", "{\"a\":"])
    func readsTheDeepestAndRefusesOneMore(open: String) throws {
        let close = open == "[" ? "]" : "}"
        func text(_ depth: Int) -> String {
            String(repeating: open, count: depth) + (open == "[" ? "" : "1") + String(repeating: close, count: depth)
        }
        #expect(try JSON(parsing: text(JSON.maximumDepth)).text() == text(JSON.maximumDepth))
        let error = #expect(throws: JSONError.self) { try JSON(parsing: text(JSON.maximumDepth + 1)) }
        #expect(error?.offset == open.utf8.count * JSON.maximumDepth)
    }

    @Test(arguments: [
        "nul", "True", "[1 2]", "{a:1}", "{\"a\" 1}", "[1,]", #""\x""#, #""\u12g4""#, #""\u12"#, "\"a\nb\"", "'a'", "-",
        "1.",
        "// c\n1", "[1]]", "\"abc", "{\"a\":1", "{\"a\":1 \"b\"", "\u{FEFF}\u{FEFF}1", "NaN", "\u{0}",
    ])
    func refusesWhatIsNotJSON(text: String) {
        #expect(throws: JSONError.self) { try JSON(parsing: text) }
        #expect(throws: JSONError.self) { try JSON(bytes: text.utf8) }
    }

    @Test(
        arguments: [[0x22, 0xFF, 0x22], [0x22, 0xC0, 0x80, 0x22], [0x22, 0x5C, 0x6E, 0xED, 0xA0, 0x80, 0x22]]
            as [[UInt8]])
    func refusesStringsThatAreNotUTF8(bytes: [UInt8]) {
        let error = #expect(throws: JSONError.self) { try JSON(bytes: bytes) }
        #expect(error?.message == "the string is not UTF-8")
    }

    @Test func readsEveryEscape() throws {
        #expect(try JSON(parsing: #""\"\\\/\b\f\n\r\t\u0041\u00e9\u0000""#) == .string("\"\\/\u{8}\u{C}\n\r\tAé\u{0}"))
    }

    @Test func skipsAByteOrderMarkAndSpace() throws {
        #expect(try JSON(parsing: "\u{FEFF} \t\r\n[ ] \n") == [])
    }

    @Test func readsAnyCollectionOfBytes() throws {
        let bytes = Array("xx[1]xx".utf8)
        #expect(try JSON(bytes: bytes[2..<5]) == [1])
        #expect(try JSON(bytes: Array(bytes.reversed()[2..<5].reversed()).lazy.map { $0 }) == [1])
    }
}
