import OrderedJSON
import SandboxWorld
import Testing

struct NodeTests {
    @Test(arguments: [
        ("/_nodes", true), ("/_nodes/http", true), ("/_nodes/_local/http", true), ("/_nodes/leader-*/http", true),
        ("/_nodes/other/http", false),
    ])
    func theNodeIsFound(path: String, isFound: Bool) {
        let answer = TwoClusters().send("GET", path).json
        #expect(answer["_nodes"]?["total"] == (isFound ? 1 : 0))
        let node = answer["nodes"]?.object?.first?.value
        #expect((node?["http"]?["publish_address"] == "127.0.0.1:19200") == isFound)
    }

    @Test func theStateHoldsIndices() {
        let clusters = TwoClusters()
        clusters.send("PUT", "/i", #"{"aliases":{"other":{}}}"#)
        clusters.send("PUT", "/j")
        clusters.send("PUT", "/i/_settings", #"{"index.blocks.write":true}"#)
        let state = clusters.send("GET", "/_cluster/state/metadata,routing_table,blocks/i").json
        #expect(state["metadata"]?["indices"]?.object?.names == ["i"])
        #expect(state["metadata"]?["indices"]?["i"]?["aliases"] == ["other"])
        #expect(state["routing_table"]?["indices"]?["i"]?["shards"]?["0"]?[0]?["state"] == "STARTED")
        #expect(state["blocks"]?["indices"]?["i"]?["8"]?["levels"] == ["write"])
        #expect(state["nodes"] == nil)
    }

    @Test func theVersionGrowsWithChanges() {
        let clusters = TwoClusters()
        func version() -> Int? { clusters.send("GET", "/_cluster/state/version").json["version"]?.int }
        let before = version()
        #expect(version() == before)
        clusters.send("PUT", "/i")
        #expect(version() == before.map { $0 + 1 })
    }
}
