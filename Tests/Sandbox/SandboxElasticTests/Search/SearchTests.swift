import OrderedJSON
import Testing

struct SearchTests {
    private func filled() -> TwoClusters {
        let clusters = TwoClusters()
        clusters.send(
            "PUT", "/i",
            #"{"mappings":{"properties":{"n":{"type":"integer"},"t":{"type":"text"},"k":{"type":"keyword"}}}}"#)
        clusters.send("PUT", "/i/_doc/1", #"{"t":"quick brown fox","k":"A b"}"#)
        clusters.send("PUT", "/i/_doc/2?refresh", #"{"t":"slow fox","n":3,"k":"zz"}"#)
        return clusters
    }

    private func ids(_ answer: JSON) -> [String] {
        answer["hits"]?["hits"]?.array?.compactMap { $0["_id"]?.string } ?? []
    }

    @Test(
        arguments: [
            ("q=quick", ["1"]), ("q=quick%20slow", ["2", "1"]), ("q=quick%20AND%20slow", []),
            ("q=fox%20-slow", ["1"]), ("q=t:%22slow%20fox%22", ["2"]), ("q=t:fo*", ["1", "2"]), ("q=n:3", ["2"]),
            ("q=zz:1", []), ("q=*", ["1", "2"]), ("q=k:zz", ["2"]), ("sort=n:desc", ["2", "1"]),
            ("sort=n", ["2", "1"]),
            ("sort=k:desc", ["2", "1"]), ("size=1", ["1"]), ("size=1&from=1", ["2"]), ("q=fox&df=t&size=0", []),
        ] as [(String, [String])])
    func queries(query: String, expected: [String]) {
        #expect(ids(filled().send("GET", "/i/_search?\(query)").json) == expected)
    }

    @Test(
        arguments: [
            (#"{"match":{"t":"quick slow"}}"#, ["2", "1"]),
            (#"{"match":{"t":{"query":"quick fox","operator":"and"}}}"#, ["1"]),
            (#"{"term":{"k":"A b"}}"#, ["1"]), (#"{"term":{"t":"Quick"}}"#, []), (#"{"term":{"n":3}}"#, ["2"]),
            (#"{"ids":{"values":["2","9"]}}"#, ["2"]), (#"{"match_all":{}}"#, ["1", "2"]),
            (#"{"match":{"n":3}}"#, ["2"]),
        ] as [(String, [String])])
    func bodies(query: String, expected: [String]) {
        #expect(ids(filled().send("POST", "/i/_search", "{\"query\":\(query)}").json) == expected)
    }

    @Test func deletedDocumentsAreNotFoundButCount() {
        let clusters = filled()
        let before = clusters.send("GET", "/i/_search?q=t:slow").json["hits"]?["max_score"]
        clusters.send("DELETE", "/i/_doc/1?refresh")
        let after = clusters.send("GET", "/i/_search?q=t:slow").json["hits"]
        #expect(after?["total"]?["value"] == 1)
        #expect(after?["max_score"] == before)
    }

    @Test func aPositionIsNamedInErrors() {
        let answer = filled().send("POST", "/i/_search", "{\n  \"query\": {\"nope\": {}}}")
        #expect(answer.json["error"]?["line"] == 2)
        #expect(answer.json["error"]?["col"] == 21)
    }

    @Test func totalsAsNumbers() {
        let answer = filled().send("GET", "/i/_search?rest_total_hits_as_int=true").json
        #expect(answer["hits"]?["total"] == 2)
    }
}
