import OrderedJSON
import Testing

struct JSONReadTests {
    @Test func keepsOrderDuplicatesAndNumbers() throws {
        let text = #"{"z":1,"a":12345678901234567890,"e":1.10,"a":[true,null,"é\n😀"]}"#
        #expect(try JSON(parsing: text).text() == text)
    }

    @Test(arguments: [
        ("", 1, 1), ("{", 1, 2), (#"{"a":1,}"#, 1, 8), ("[1\n,2,]", 2, 4), ("01", 1, 1), ("\"\u{1}\"", 1, 2), ("1 2", 1, 3),
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

    @Test(arguments: [("1", "1.0"), ("100", "1e2"), ("0", "-0.0"), ("0.5", "5E-1")])
    func comparesNumbersByValue(left: String, right: String) {
        #expect(JSONNumber(text: left) == JSONNumber(text: right))
        #expect(JSONNumber(text: left)?.canonicalText == JSONNumber(text: right)?.canonicalText)
    }

    @Test func doesNotMixUpLargeIntegers() {
        #expect(JSONNumber(text: "9007199254740993") != JSONNumber(text: "9007199254740992"))
    }
}
