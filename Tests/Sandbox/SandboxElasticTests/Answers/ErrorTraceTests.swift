import OrderedJSON
import Testing

struct ErrorTraceTests {
    @Test(arguments: [("error_trace", true), ("error_trace=true", true), ("error_trace=false", false), ("", false)])
    func tracesStandWhereTheyAreAskedFor(query: String, isThere: Bool) {
        let error = TwoClusters().send("GET", "/none/_search?\(query)").json["error"]
        let trace: JSON = "[none] IndexNotFoundException[no such index [none]]\n"
        #expect(error?["stack_trace"] == (isThere ? trace : nil))
        #expect(error?["root_cause"]?[0]?["stack_trace"] == (isThere ? trace : nil))
    }
}
