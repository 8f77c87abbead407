import OrderedJSON
import Testing

struct JSONWriteTests {
    private let value: JSON = ["z": 1, "a": [true, .null, ["b": []]], "e": [:]]

    @Test func writesCompactly() {
        #expect(value.text() == #"{"z":1,"a":[true,null,{"b":[]}],"e":{}}"#)
        #expect(value.bytes() == Array(value.text().utf8))
    }

    @Test func writesOneMemberALine() {
        #expect(
            value.text(.pretty) == """
                {
                  "z": 1,
                  "a": [
                    true,
                    null,
                    {
                      "b": []
                    }
                  ],
                  "e": {}
                }
                """)
    }

    @Test(arguments: [
        (#"{"b":1.0,"a":{"d":1e2,"c":[ 2, 1 ]}}"#, #"{"a":{"c":[2,1],"d":100},"b":1}"#),
        (#"{"é":1,"z":2,"Z":3,"":4,"😀":5,"\uffff":6}"#, "{\"\":4,\"Z\":3,\"z\":2,\"é\":1,\"\u{FFFF}\":6,\"😀\":5}"),
        (#""\u00e9\/\u0041""#, #""é/A""#),
    ])
    func writesCanonically(text: String, canonical: String) throws {
        #expect(try JSON(parsing: text).text(.canonical) == canonical)
    }

    @Test func equalValuesHaveEqualCanonicalTexts() throws {
        let left = try JSON(parsing: #"{ "a": [1.50, -0], "b": 1E+2 }"#)
        let right = try JSON(parsing: #"{"b":100,"a":[15e-1,0.0]}"#)
        #expect(left.isEquivalent(to: right))
        #expect(left.text(.canonical) == right.text(.canonical))
    }

    @Test(arguments: [
        ("", #""""#), (#"a"b\c"#, #""a\"b\\c""#), ("\n\r\t\u{8}\u{C}", #""\n\r\t\b\f""#),
        ("\u{0}\u{1F}\u{7F}", #""\u0000\u001f\u007f""#), ("é😀/\u{2028}", "\"é😀/\u{2028}\""),
    ])
    func quotes(text: String, quoted: String) throws {
        #expect(JSON.quoted(text) == quoted)
        #expect(JSON.escaped(text) == String(quoted.dropFirst().dropLast()))
        #expect(try JSON(parsing: quoted) == .string(text))
    }

    @Test func escapesACombiningMarkBesideTheQuote() throws {
        let text = "\u{301}x\u{301}"
        #expect(Array(JSON.escaped(text).utf8) == Array(text.utf8))
        #expect(try JSON(parsing: "\"" + JSON.escaped(text) + "\"") == .string(text))
    }

    @Test(arguments: [
        #"{"a":1.10,"a":[1e400,-0,12345678901234567890.000],"":null}"#, "[[[]],{}]", #""\"""#, "-1E-05",
    ])
    func readsWhatItWrote(text: String) throws {
        let value = try JSON(parsing: text)
        #expect(value.text() == text)
        #expect(try JSON(parsing: value.text(.pretty)).text() == text)
    }

    @Test func prettyTextDoesNotSteerATerminal() throws {
        let value: JSON = ["a": "x\u{9B}31m\u{202E}y\u{2028}z é"]
        #expect(value.text(.pretty).contains(#""x\u009b31m\u202ey\u2028z é""#))
        #expect(try JSON(parsing: value.text(.pretty)) == value)
        #expect(value.text() == "{\"a\":\"x\u{9B}31m\u{202E}y\u{2028}z é\"}")
    }
}
