import OrderedJSON
import SandboxWorld
import Testing

/// Bodies as deep as the reader of JSON lets them be.
struct DepthTests {
    @Test func queriesInQueries() {
        let clusters = TwoClusters()
        clusters.send("PUT", "/i/_doc/1?refresh", "{}")
        let depth = 165
        let open = String(repeating: #"{"bool":{"must":["#, count: depth)
        let close = String(repeating: "]}}", count: depth)
        let answer = clusters.send("POST", "/i/_search", #"{"query":\#(open){"match_all":{}}\#(close)}"#)
        #expect(answer.status == 200)
        #expect(answer.json["hits"]?["total"]?["value"] == 1)
    }

    @Test func aggregationsInAggregations() {
        let clusters = TwoClusters()
        clusters.send("PUT", "/i/_doc/1?refresh", #"{"n":1}"#)
        let depth = 160
        let open = String(repeating: #"{"a":{"terms":{"field":"n"},"aggs":"#, count: depth)
        let close = String(repeating: "}}", count: depth)
        let body = #"{"size":0,"aggs":\#(open){"m":{"max":{"field":"n"}}}\#(close)}"#
        #expect(clusters.send("POST", "/i/_search", body).status == 200)
    }
}
