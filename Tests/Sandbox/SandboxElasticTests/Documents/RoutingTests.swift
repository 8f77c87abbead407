import OrderedJSON
import SandboxWorld
import Testing

/// Documents whose shard is decided on by something else than their id.
struct RoutingTests {
    @Test func aDocumentIsFoundUnderItsRouting() {
        let clusters = TwoClusters()
        clusters.send("PUT", "/i", #"{"settings":{"number_of_shards":8}}"#)
        clusters.send("PUT", "/i/_doc/1?routing=a&refresh=true", "{}")
        #expect(clusters.send("GET", "/i/_doc/1?routing=a").json["_routing"]?.string == "a")
        #expect(clusters.send("GET", "/i/_search?routing=a").json["_shards"]?["total"] == 1)
        #expect(clusters.send("GET", "/i/_count?routing=a").json["count"] == 1)
        let others = (0..<20).map { clusters.send("GET", "/i/_count?routing=r\($0)").json["count"]?.int ?? 0 }
        #expect(others.contains(0))
    }

    @Test func aRoutingMayBeRequired() {
        let clusters = TwoClusters()
        clusters.send("PUT", "/i", #"{"mappings":{"_routing":{"required":true}}}"#)
        #expect(clusters.send("PUT", "/i/_doc/1", "{}").json["error"]?["type"]?.string == "routing_missing_exception")
        #expect(clusters.send("PUT", "/i/_doc/1?routing=a", "{}").status == 201)
    }

    @Test func anAliasHasARouting() {
        let clusters = TwoClusters()
        clusters.send("PUT", "/i", #"{"settings":{"number_of_shards":8},"aliases":{"a":{"routing":"x"}}}"#)
        clusters.send("PUT", "/a/_doc/1?refresh=true", "{}")
        #expect(clusters.send("GET", "/i/_doc/1?routing=x").status == 200)
        #expect(clusters.send("PUT", "/a/_doc/2?routing=y", "{}").status == 400)
        #expect(clusters.send("GET", "/a/_search").json["_shards"]?["total"] == 1)
    }

    @Test func aReadOnlyClusterTakesNothing() {
        let clusters = TwoClusters()
        clusters.send("PUT", "/i")
        clusters.send("PUT", "/_cluster/settings", #"{"persistent":{"cluster.blocks.read_only":true}}"#)
        #expect(clusters.send("PUT", "/i/_doc/1", "{}").status == 403)
        #expect(clusters.send("POST", "/i/_search", "{}").status == 200)
        let free = #"{"persistent":{"cluster.blocks.read_only":null}}"#
        #expect(clusters.send("PUT", "/_cluster/settings", free).status == 200)
        #expect(clusters.send("PUT", "/i/_doc/1", "{}").status == 201)
    }
}
