import OrderedJSON
import Testing

struct JSONEqualityTests {
    @Test(arguments: [
        ("1", "1.0"), (#"{"a":1}"#, #"{"a":1e0}"#), ("[null,true]", "[ null , true ]"), (#""\u00e9""#, #""é""#),
    ])
    func equalValuesAreEqual(left: String, right: String) throws {
        let left = try JSON(parsing: left)
        let right = try JSON(parsing: right)
        #expect(left == right)
        #expect(left.hashValue == right.hashValue)
        #expect(left.isEquivalent(to: right))
    }

    @Test(arguments: [
        (#""é""#, "\"e\u{301}\""), ("null", "false"), ("[1,2]", "[2,1]"), ("[]", "{}"), ("0", "null"), ("1", #""1""#),
        (#"{"a":1}"#, #"{"a":1,"b":1}"#), (#"{"é":1}"#, "{\"e\u{301}\":1}"), (#"{"a":null}"#, "{}"),
    ])
    func differentValuesDiffer(left: String, right: String) throws {
        let left = try JSON(parsing: left)
        let right = try JSON(parsing: right)
        #expect(left != right)
        #expect(!left.isEquivalent(to: right))
        #expect(!right.isEquivalent(to: left))
    }

    @Test(arguments: [
        (#"{"a":1,"b":[{"c":1,"d":2}]}"#, #"{"b":[{"d":2.0,"c":1}],"a":1}"#), (#"{"a":1,"a":2}"#, #"{"a":2}"#),
    ])
    func equivalentValuesMayDifferInOrder(left: String, right: String) throws {
        let left = try JSON(parsing: left)
        let right = try JSON(parsing: right)
        #expect(left != right)
        #expect(left.isEquivalent(to: right))
        #expect(right.isEquivalent(to: left))
    }

    /// Would take minutes if each member were looked up in turn.
    @Test func comparesLargeObjects() {
        let members = (0..<20_000).map { ("name-\($0)", JSON.number(JSONNumber($0))) }
        #expect(JSON.object(JSONObject(members)).isEquivalent(to: .object(JSONObject(members.reversed()))))
    }
}
