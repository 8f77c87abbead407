import SandboxWorld
import Testing

/// What may stand in the path may stand in the query where the path leaves it out.
struct PathParameterTests {
    @Test(arguments: [
        ("/_cat/indices?index=logs&h=index", 200, "logs\n"), ("/_search?index=logs&size=0", 200, #""total":1,"#),
        ("/logs/_search?index=other&size=0", 200, #""total":1,"#), ("/_count?index=nope", 404, "no such index [nope]"),
        ("/_cat/health?index=logs", 400, "contains unrecognized parameter: [index]"),
    ])
    func standsInTheQuery(target: String, status: Int, text: String) {
        let clusters = TwoClusters()
        clusters.send("PUT", "/logs")
        clusters.send("PUT", "/other", #"{"settings":{"number_of_shards":2}}"#)
        let answer = clusters.send("GET", target)
        #expect(answer.status == status)
        #expect(answer.text.contains(text), "\(answer.text)")
    }
}
