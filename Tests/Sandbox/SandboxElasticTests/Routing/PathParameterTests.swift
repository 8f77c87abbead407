import SandboxWorld
import Testing

/// What may stand in the path may stand in the query where the path leaves it out.
struct PathParameterTests {
    @Test(arguments: [
        ("/_cat/indices?index=logs&h=index", 200, "logs\n"), ("/_search?index=logs&size=0", 200, #""total":1,"#),
        ("/logs/_search?index=other&size=0", 200, #""total":1,"#), ("/_count?index=nope", 404, "no such index [nope]"),
        // The server has names of its own for some.
        ("/_cat/aliases?alias=x", 200, ""), ("/_cat/aliases?name=x", 400, "contains unrecognized parameter: [name]"),
        ("/_nodes?nodeId=_local", 200, ""), ("/_nodes?metric=os", 400, "did you mean [metrics]?"),
        ("/_cat/allocation?node_id=x", 400, "did you mean [nodes]?"),
        ("/_cat/thread_pool?thread_pool_patterns=search", 200, " search "),
        ("/_snapshot?repository=x", 404, "[x] missing"), ("/_cluster/state?index=x", 400, "did you mean [indices]?"),
        // These are endpoints of their own.
        ("/_snapshot?snapshot=x", 400, "contains unrecognized parameter: [snapshot]"),
        ("/_tasks?task_id=a:1", 400, "contains unrecognized parameter: [task_id]"),
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

    @Test func anIndexIsDeletedByTheQueryToo() {
        let clusters = TwoClusters()
        clusters.send("PUT", "/logs")
        #expect(clusters.send("DELETE", "/?index=nope").status == 404)
        #expect(clusters.send("DELETE", "/?index=logs").status == 200)
        #expect(clusters.send("HEAD", "/logs").status == 404)
        #expect(clusters.send("DELETE", "/").status == 400)
        #expect(clusters.send("PUT", "/?index=logs").status == 405)
    }
}
