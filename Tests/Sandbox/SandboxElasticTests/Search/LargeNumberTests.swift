import OrderedJSON
import SandboxWorld
import Testing

/// Numbers at the ends of what they are read as: whatever a server says to them, it goes on.
struct LargeNumberTests {
    @Test(arguments: [
        ("GET", "/i/_search?from=9223372036854775807&size=1", ""),
        ("POST", "/i/_search", #"{"from":9223372036854775807}"#),
        ("PUT", "/i/_settings", #"{"refresh_interval":"9223372036854775807d"}"#),
        ("PUT", "/i/_settings", #"{"refresh_interval":"1e300d"}"#),
        ("PUT", "/i/_settings", #"{"number_of_replicas":9223372036854775807}"#),
        (
            "POST", "/i/_search",
            #"{"query":{"range":{"d":{"gte":"9223372036854775807||+1d/y","lt":"now+999999999999y"}}}}"#
        ),
        (
            "POST", "/i/_search",
            #"{"aggs":{"x":{"sum":{"field":"d"}},"y":{"terms":{"field":"d"}},"z":{"stats":{"field":"d"}}}}"#
        ),
        (
            "POST", "/i/_search",
            #"{"query":{"bool":{"should":[{"match_all":{}}],"minimum_should_match":"-9223372036854775808%"}}}"#
        ),
        ("POST", "/i/_search", #"{"aggs":{"x":{"terms":{"field":"d","size":9223372036854775807}}}}"#),
        ("PUT", "/i/_doc/1", #"{"n":1}"#), ("DELETE", "/i/_doc/1", ""), ("GET", "/_cluster/health?timeout=1e300s", ""),
        ("GET", "/_cat/shards/i", ""), ("GET", "/_cluster/state", ""),
        ("PUT", "/i/_doc/9?timeout=99999999999999999999d", "{}"),
    ])
    func itGoesOn(method: String, target: String, body: String) {
        let clusters = TwoClusters()
        clusters.send("PUT", "/i", #"{"mappings":{"properties":{"d":{"type":"date"}}}}"#)
        clusters.send(
            "PUT", "/i/_doc/1?version=9223372036854775807&version_type=external", #"{"d":9223372036854775807}"#)
        clusters.send("PUT", "/i/_doc/2", #"{"d":9223372036854775806}"#)
        clusters.send("PUT", "/i/_doc/3?refresh", #"{"d":-9223372036854775808}"#)
        #expect(clusters.send(method, target, body.isEmpty ? nil : body).status < 599)
        #expect(clusters.send("GET", "/").status == 200)
    }
}
