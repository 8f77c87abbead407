import OrderedJSON
import Testing

struct JSONOrderTests {
    @Test func membersAreSortedAtEveryDepthAndNothingElseChanges() throws {
        let value = try JSON(parsing: #"[{"b":1.50,"a":[{"z":null,"é":"","Z":{}}]},"x",3]"#)
        #expect(value.inCanonicalOrder.text() == #"[{"a":[{"Z":{},"z":null,"é":""}],"b":1.50},"x",3]"#)
    }
}
