import OrderedJSON
import Testing

@testable import RunbookReport

struct FoldedJSONTests {
    @Test(arguments: [
        (#"{"a":1,"b":[1,2]}"#, #"{ "a": 1, "b": [1, 2] }"#), ("{}", "{}"), ("[]", "[]"), ("1.10", "1.10"),
        (
            #"{"long":"xxxxxxxxxxxxxxxxxxxxxxxxxxxxxx","b":1}"#,
            "{\n  \"long\": \"xxxxxxxxxxxxxxxxxxxxxxxxxxxxxx\",\n  \"b\": 1\n}"
        ),
        (
            #"{"aaaaaaaaaaaaaaaaaaaa":{"b":1},"c":{"d":2}}"#,
            "{\n  \"aaaaaaaaaaaaaaaaaaaa\": { \"b\": 1 },\n  \"c\": { \"d\": 2 }\n}"
        ),
    ])
    func standsOnAsFewLinesAsFit(json: String, text: String) throws {
        #expect(FoldedJSON(width: 40, isFolded: true).text(try JSON(parsing: json)) == text)
    }

    @Test func foldsWhatIsLongOrDeep() throws {
        let deep = String(repeating: #"{"aaaaaaaaaaaa":"#, count: 9) + "1" + String(repeating: "}", count: 9)
        let text = FoldedJSON(width: 30, isFolded: true).text(try JSON(parsing: deep))
        #expect(text.contains("{ … 1 member }"))
        #expect(FoldedJSON(width: 30, isFolded: false).text(try JSON(parsing: deep)).contains("1"))
    }

    @Test(arguments: [
        #"[]"#, #"{"a":1}"#, #"[1,2]"#, #"[{"a":[1]}]"#, #"[{}]"#, "[{\"a\":\"\(String(repeating: "x", count: 90))\"}]",
    ])
    func isNoTable(json: String) throws {
        #expect(JSONTable.text(try JSON(parsing: json), width: 80) == nil)
    }

    @Test func isATable() throws {
        let json = try JSON(parsing: #"[{"a":"x","b":null},{"a":"yy","c":1.0}]"#)
        #expect(JSONTable.text(json, width: 80) == "a   b  c\nx\nyy     1.0")
    }
}
