import OrderedJSON
import Testing

struct JSONTests {
    private let value: JSON = [
        "text": "x", "list": [1, 2], "yes": true, "none": .null, "half": .number(JSONNumber(0.5) ?? JSONNumber(0)),
    ]

    @Test func givesWhatIsThereAndNilForTheRest() {
        #expect(value["text"]?.string == "x")
        #expect(value["list"]?.array?.count == 2)
        #expect(value["list"]?[1]?.int == 2)
        #expect(value["list"]?[2] == nil)
        #expect(value["list"]?[-1] == nil)
        #expect(value["yes"]?.bool == true)
        #expect(value["none"]?.isNull == true)
        #expect(value["half"]?.number?.double == 0.5)
        #expect(value["half"]?.int == nil)
        #expect(value["missing"] == nil)
        #expect(value["text"]?["deeper"] == nil)
        #expect(value["text"]?[0] == nil)
        #expect(value.object?.names == ["text", "list", "yes", "none", "half"])
        #expect(value.string == nil && value.array == nil && value.bool == nil && value.number == nil)
    }

    @Test(arguments: [
        ("null", "null"), ("true", "boolean"), ("1", "number"), (#""""#, "string"), ("[]", "array"), ("{}", "object"),
    ])
    func namesItsKind(text: String, kind: String) throws {
        #expect(try JSON(parsing: text).kind == kind)
    }
}
