import OrderedJSON
import SandboxWorld
import Testing

struct MultiSearchTests {
    @Test func oneFailsAlone() {
        let clusters = TwoClusters()
        clusters.send("PUT", "/i/_doc/1?refresh", #"{"a":1}"#)
        let body = "{\"index\":\"i\"}\n{\"size\":0}\n{\"index\":\"none\"}\n{}\n"
        let responses = clusters.send("POST", "/_msearch", body, contentType: "application/x-ndjson").json["responses"]
        #expect(responses?[0]?["hits"]?["total"]?["value"] == 1)
        #expect(responses?[0]?["status"] == 200)
        #expect(responses?[1]?["status"] == 404)
    }

    @Test func whatCannotBeReadFailsAll() {
        let body = "{}\n{}\n{}\n{\"query\":{\"nope\":{}}}\n"
        #expect(TwoClusters().send("POST", "/_msearch", body).status == 400)
    }

    @Test func theyReachOtherClusters() {
        let clusters = TwoClusters()
        clusters.send("PUT", "/i/_doc/1?refresh", "{}")
        let remote = #"{"persistent":{"cluster.remote.one.seeds":["127.0.0.1:19300"]}}"#
        clusters.send("PUT", "/_cluster/settings", remote, to: "follower")
        let answer = clusters.send("POST", "/_msearch", "{\"index\":\"one:i\"}\n{}\n", to: "follower").json
        #expect(answer["responses"]?[0]?["hits"]?["hits"]?[0]?["_index"] == "one:i")
    }
}
