import OrderedJSON
import SandboxWorld
import Testing

/// Templates of both kinds, and what new indices get of them.
struct TemplateTests {
    @Test func aLegacyTemplateShapesNewIndices() {
        let clusters = TwoClusters()
        clusters.send(
            "PUT", "/_template/t",
            #"{"index_patterns":["logs-*"],"settings":{"number_of_replicas":0},"aliases":{"{index}-now":{}},"#
                + #""mappings":{"properties":{"a":{"type":"keyword"}}}}"#)
        clusters.send("PUT", "/logs-1/_doc/1", #"{"a":"x"}"#)
        let index = clusters.send("GET", "/logs-1").json["logs-1"]
        #expect(index?["settings"]?["index"]?["number_of_replicas"]?.string == "0")
        #expect(index?["mappings"]?["properties"]?["a"]?["type"]?.string == "keyword")
        #expect(index?["aliases"]?["logs-1-now"] != nil)
    }

    @Test func aHigherOrderWins() {
        let clusters = TwoClusters()
        clusters.send("PUT", "/_template/a", #"{"index_patterns":["i*"],"order":2,"settings":{"number_of_shards":2}}"#)
        clusters.send("PUT", "/_template/b", #"{"index_patterns":["i*"],"order":1,"settings":{"number_of_shards":3}}"#)
        clusters.send("PUT", "/i1")
        let settings = clusters.send("GET", "/i1/_settings").json["i1"]?["settings"]?["index"]
        #expect(settings?["number_of_shards"]?.string == "2")
    }

    @Test func onlyOneComposableTemplateCounts() {
        let clusters = TwoClusters(profiles: ("7.10", "7.10"))
        clusters.send("PUT", "/_template/old", #"{"index_patterns":["i*"],"settings":{"number_of_shards":5}}"#)
        clusters.send("PUT", "/_component_template/c", #"{"template":{"settings":{"number_of_replicas":0}}}"#)
        let body =
            #"{"index_patterns":["i*"],"composed_of":["c"],"priority":1,"template":{"settings":{"number_of_shards":2}}}"#
        #expect(clusters.send("PUT", "/_index_template/new", body).headers("warning").count == 1)
        clusters.send("PUT", "/i1")
        let settings = clusters.send("GET", "/i1/_settings").json["i1"]?["settings"]?["index"]
        #expect(settings?["number_of_shards"]?.string == "2")
        #expect(settings?["number_of_replicas"]?.string == "0")
        #expect(clusters.send("DELETE", "/_component_template/c").status == 400)
    }

    @Test func patternsOfOnePriorityMustNotMeet() {
        let clusters = TwoClusters(profiles: ("7.10", "7.10"))
        clusters.send("PUT", "/_index_template/a", #"{"index_patterns":["lo*s"],"priority":1}"#)
        #expect(clusters.send("PUT", "/_index_template/b", #"{"index_patterns":["l*gs"],"priority":1}"#).status == 400)
        #expect(clusters.send("PUT", "/_index_template/b", #"{"index_patterns":["x*"],"priority":1}"#).status == 200)
    }
}
