import OrderedJSON
import Testing

@testable import RunbookEngine

/// What an expectation speaks of: only that, and not the same member elsewhere.
struct MemberMentionTests {
    @Test(arguments: [
        (#"{"errors":true}"#, #"{"errors":true}"#, "errors", true), (#"{"a":1}"#, #"{"errors":true}"#, "errors", false),
        (#"{"_shards":"..."}"#, #"{"_shards":{"failed":1}}"#, "_shards.failed", true),
        (
            #"{"responses":[{"error":{}},{"error":{}}]}"#, #"{"responses":[{"error":{"b":1}},{"error":{"b":1}}]}"#,
            "responses.error", true
        ),
        (
            #"{"responses":[{"error":{}},{}]}"#, #"{"responses":[{"error":{"b":1}},{"error":{"b":1}}]}"#,
            "responses.error", false
        ),
        (#"{"responses":[{},{"error":{}}]}"#, #"{"responses":[{"a":1},{"error":{"b":1}}]}"#, "responses.error", true),
        (#"{"responses":[{"error":{}},"..."]}"#, #"{"responses":[{"error":{}},{"a":1}]}"#, "responses.error", true),
        (
            #"{"responses":[{"error":{}},"..."]}"#, #"{"responses":[{"error":{}},{"error":{}}]}"#, "responses.error",
            false
        ),
        (#""...""#, #"{"timed_out":true}"#, "timed_out", false), (#"["..."]"#, #"{"error":"x"}"#, "error", false),
        (#"{"error":"..."}"#, #"{"error":"x"}"#, "error", true),
        (#"{"responses":"..."}"#, #"{"responses":[{"error":{}}]}"#, "responses.error", true),
        (
            #"{"items":[{"index":{"error":{}}}]}"#, #"{"items":[{"index":{"error":{"a":1}}},{"index":{}}]}"#,
            "items.error", true
        ),
        (
            #"{"items":[{"index":{}},{"index":{"error":{}}}]}"#,
            #"{"items":[{"index":{"error":{"a":1}}},{"index":{"error":{"a":1}}}]}"#, "items.error", false
        ),
        (#"{"indices":{"a":{"closed":false}}}"#, #"{"indices":{"a":{"closed":false}}}"#, "indices.closed", true),
        (
            #"{"indices":{"a":{"closed":false}}}"#, #"{"indices":{"a":{"closed":false},"b":{"closed":false}}}"#,
            "indices.closed", false
        ),
        (#"{"snapshots":[{"state":"PARTIAL"}]}"#, #"{"snapshots":[{"state":"PARTIAL"}]}"#, "snapshots.state", true),
    ])
    func isWhereTheBodyHasIt(expected: String, body: String, field: String, isMentioned: Bool) throws {
        let mention = MemberMention(path: field.split(separator: ".").map(String.init), isOrdered: true)
        #expect(mention.isIn(try JSON(parsing: expected), of: try JSON(parsing: body)) == isMentioned)
    }

    @Test func withoutOrderAsManyElementsSpeakOfIt() throws {
        let mention = MemberMention(path: ["responses", "error"], isOrdered: false)
        let expected = try JSON(parsing: #"{"responses":[{},{"error":{}}]}"#)
        #expect(mention.isIn(expected, of: try JSON(parsing: #"{"responses":[{"error":{"a":1}},{"b":1}]}"#)))
        let both = #"{"responses":[{"error":{"a":1}},{"error":{"a":1}}]}"#
        #expect(!mention.isIn(expected, of: try JSON(parsing: both)))
    }
}
