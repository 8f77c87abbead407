import OrderedJSON
import SandboxWorld
import Testing

struct AggregationTests {
    private func aggregations(_ body: String, _ query: String = "") -> JSON? {
        let clusters = TwoClusters()
        let mapping = #"{"mappings":{"properties":{"k":{"type":"keyword"},"d":{"type":"date"}}}}"#
        clusters.send("PUT", "/i", mapping)
        clusters.send("PUT", "/i/_doc/1", #"{"k":"a","n":1,"d":"2019-01-01"}"#)
        clusters.send("PUT", "/i/_doc/2", #"{"k":["a","b"],"n":5}"#)
        clusters.send("PUT", "/i/_doc/3?refresh", #"{"n":9}"#)
        return clusters.send("POST", "/i/_search?size=0\(query)", body).json["aggregations"]
    }

    @Test(arguments: [
        ("max", "n", #"{"value":9.0}"#), ("min", "n", #"{"value":1.0}"#), ("avg", "n", #"{"value":5.0}"#),
        ("sum", "n", #"{"value":15.0}"#), ("value_count", "k", #"{"value":3}"#), ("cardinality", "k", #"{"value":2}"#),
        ("missing", "k", #"{"doc_count":1}"#), ("max", "none", #"{"value":null}"#),
        ("stats", "n", #"{"count":3,"min":1.0,"max":9.0,"avg":5.0,"sum":15.0}"#),
        ("max", "d", #"{"value":1.5463008E12,"value_as_string":"2019-01-01T00:00:00.000Z"}"#),
    ])
    func numbers(kind: String, field: String, result: String) throws {
        let found = aggregations(#"{"aggs":{"x":{"\#(kind)":{"field":"\#(field)"}}}}"#)
        #expect(found?["x"]?.text() == result)
    }

    @Test func valuesAreListedWithWhatIsInside() {
        let body = #"{"aggs":{"x":{"terms":{"field":"k","size":1},"aggs":{"s":{"sum":{"field":"n"}}}}}}"#
        let terms = aggregations(body)?["x"]
        #expect(terms?["sum_other_doc_count"] == 1)
        #expect(terms?["buckets"]?.text() == #"[{"key":"a","doc_count":2,"s":{"value":6.0}}]"#)
    }

    @Test func typesAreNamedOnRequest() {
        let body = #"{"aggs":{"x":{"terms":{"field":"k"}},"y":{"avg":{"field":"n"}}}}"#
        #expect(aggregations(body, "&typed_keys")?.object?.names == ["sterms#x", "avg#y"])
    }

    @Test func theyGoOverAllClusters() {
        let clusters = TwoClusters()
        clusters.send("PUT", "/i/_doc/1?refresh", #"{"n":1}"#)
        clusters.send("PUT", "/i/_doc/2?refresh", #"{"n":2}"#, to: "follower")
        let remote = #"{"persistent":{"cluster.remote.one.seeds":["127.0.0.1:19300"]}}"#
        clusters.send("PUT", "/_cluster/settings", remote, to: "follower")
        let body = #"{"aggs":{"x":{"sum":{"field":"n"}}}}"#
        let answer = clusters.send("POST", "/i,one:i/_search", body, to: "follower").json
        #expect(answer["aggregations"]?.text() == #"{"x":{"value":3.0}}"#)
    }

    @Test func othersAreReported() {
        let clusters = TwoClusters()
        clusters.send("PUT", "/i")
        let answer = clusters.send("POST", "/i/_search", #"{"aggs":{"x":{"percentiles":{"field":"n"}}}}"#)
        #expect(answer.status == 400)
        #expect(!answer.isEmulated)
    }
}
