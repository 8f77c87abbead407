import OrderedJSON
import SandboxWorld
import Testing

struct ShardLimitTests {
    @Test(arguments: [
        ("PUT", "/b", #"{"settings":{"number_of_shards":500}}"#),
        ("PUT", "/a/_settings", #"{"number_of_replicas":1000}"#),
        ("PUT", "/b", #"{"settings":{"number_of_replicas":2000000000}}"#),
        ("PUT", "/a/_settings", #"{"number_of_replicas":2000000000}"#),
    ])
    func tooManyAreRefused(method: String, target: String, body: String) {
        let clusters = TwoClusters()
        clusters.send("PUT", "/a")
        let answer = clusters.send(method, target, body)
        #expect(answer.status == 400)
        #expect(answer.json["error"]?["type"] == "validation_exception")
        #expect(answer.text.contains("currently has [2]/[1000] maximum shards open"))
    }

    @Test func theLimitIsASetting() {
        let clusters = TwoClusters()
        clusters.send("PUT", "/_cluster/settings", #"{"transient":{"cluster.max_shards_per_node":2}}"#)
        clusters.send("PUT", "/a")
        #expect(clusters.send("PUT", "/b/_doc/1", "{}").status == 400)
        clusters.send("POST", "/a/_close")
        #expect(clusters.send("PUT", "/b/_doc/1", "{}").status == 201)
        #expect(clusters.send("POST", "/a/_open").status == 400)
    }
}
