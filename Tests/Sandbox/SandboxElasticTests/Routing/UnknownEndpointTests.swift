import OrderedJSON
import SandboxWorld
import Testing

/// What a real 7.0.0 says to paths and methods that it does not know, as recorded.
struct UnknownEndpointTests {
    @Test(arguments: [
        ("GET", "/_foo", 400, "Invalid index name [_foo], must not start with '_'."),
        ("POST", "/twitter", 405, "Incorrect HTTP method for uri [/twitter] and method [POST]"),
        ("PUT", "/_search", 405, "Incorrect HTTP method for uri [/_search] and method [PUT]"),
        ("PUT", "/_plugins/_replication/f/_start", 400, "no handler found for uri"),
        ("PUT", "/cluster_one:foo", 400, "Invalid index name [cluster_one:foo], must not contain ':'"),
    ])
    func isRefused(method: String, path: String, status: Int, sentence: String) {
        let answer = TwoClusters().send(method, path)
        #expect(answer.status == status)
        #expect(answer.text.contains(sentence))
    }

    @Test(arguments: [
        ("POST", "/_reindex"), ("GET", "/_cat/tasks"), ("GET", "/i/_stats"),
        ("GET", "/_cluster/stats"), ("GET", "/_nodes/stats"), ("GET", "/i/_search?scroll=1m"),
        ("GET", "/i/_mapping/field/a"),
    ])
    func whatARealServerKnowsIsReported(method: String, target: String) {
        let clusters = TwoClusters()
        clusters.send("PUT", "/i")
        let answer = clusters.send(method, target)
        #expect(answer.status >= 400)
        #expect(!answer.isEmulated)
    }

    @Test(arguments: [
        ("GET", "/"), ("GET", "/i/_search"), ("GET", "/nope/_search"), ("PUT", "/_bad"), ("GET", "/_cat/nope"),
        ("GET", "/i/_doc/_stats"),
        ("GET", "/_all"),
    ])
    func whatIsEmulatedIsNotReported(method: String, target: String) {
        let clusters = TwoClusters()
        clusters.send("PUT", "/i")
        #expect(clusters.send(method, target).isEmulated)
    }

    @Test func aQueryThatIsNotEmulatedIsReported() {
        let clusters = TwoClusters()
        clusters.send("PUT", "/i")
        let answer = clusters.send("POST", "/i/_search", #"{"query":{"regexp":{}}}"#)
        #expect(answer.status == 400)
        #expect(!answer.isEmulated)
    }

    @Test func aMappingThatIsOnlyKeptIsReported() {
        let clusters = TwoClusters()
        let mapping = #"{"mappings":{"properties":{"a":{"type":"text","analyzer":"whitespace"}}}}"#
        let answer = clusters.send("PUT", "/i", mapping)
        #expect(answer.status == 200)
        #expect(!answer.isEmulated)
    }

    @Test(arguments: [(nil, 406), ("text/plain", 406), ("application/json; charset=UTF-8", 200), ("nonsense", 400)])
    func contentType(type: String?, status: Int) {
        #expect(TwoClusters().send("PUT", "/i", #"{"settings":{}}"#, contentType: type).status == status)
    }
}
