import OrderedJSON
import Testing

struct ErrorAnswerTests {
    @Test(arguments: [("error_trace", true), ("error_trace=true", true), ("error_trace=false", false), ("", false)])
    func tracesStandWhereTheyAreAskedFor(query: String, isThere: Bool) {
        let error = TwoClusters().send("GET", "/none/_search?\(query)").json["error"]
        let trace: JSON = "[none] IndexNotFoundException[no such index [none]]\n"
        #expect(error?["stack_trace"] == (isThere ? trace : nil))
        #expect(error?["root_cause"]?[0]?["stack_trace"] == (isThere ? trace : nil))
    }
}

extension ErrorAnswerTests {
    @Test func errorsAreAlwaysWhole() {
        let clusters = TwoClusters()
        #expect(clusters.send("GET", "/none/_search?filter_path=took").json["error"]?["type"] != nil)
        clusters.send("PUT", "/i")
        #expect(clusters.send("GET", "/i/_doc/1?filter_path=found").json == ["found": false])
    }

    @Test func aTextThatIsNoQueryIsARootCause() {
        let clusters = TwoClusters()
        clusters.send("PUT", "/i")
        let error = clusters.send("GET", "/i/_search?q=n:[a").json["error"]
        #expect(error?["root_cause"]?[0]?["type"] == "query_shard_exception")
    }
}
