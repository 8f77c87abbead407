import OrderedJSON
import SandboxWorld
import Testing

struct QueryTests {
    private func ids(_ query: String) -> [String] {
        let clusters = TwoClusters()
        clusters.send("PUT", "/i", #"{"mappings":{"properties":{"k":{"type":"keyword"},"d":{"type":"date"}}}}"#)
        clusters.send("PUT", "/i/_doc/1", #"{"k":"a","n":1,"t":"quick fox","d":"2019-01-01"}"#)
        clusters.send("PUT", "/i/_doc/2", #"{"k":"b","n":5,"t":"quick dog"}"#)
        clusters.send("PUT", "/i/_doc/3?refresh", #"{"k":["a","c"],"n":9}"#)
        let answer = clusters.send("POST", "/i/_search", #"{"query":\#(query),"sort":["n"]}"#).json
        return answer["hits"]?["hits"]?.array?.compactMap { $0["_id"]?.string } ?? []
    }

    @Test(arguments: [
        (#"{"bool":{"must":{"term":{"k":"a"}},"must_not":{"term":{"n":1}}}}"#, ["3"]),
        (#"{"bool":{"filter":[{"range":{"n":{"gt":1,"lte":5}}}]}}"#, ["2"]),
        (#"{"bool":{"should":[{"term":{"k":"b"}},{"term":{"k":"c"}}]}}"#, ["2", "3"]),
        (#"{"bool":{"should":[{"term":{"k":"a"}},{"term":{"k":"c"}}],"minimum_should_match":2}}"#, ["3"]),
        (#"{"bool":{"filter":{"match_all":{}},"should":[{"term":{"k":"b"}}]}}"#, ["1", "2", "3"]),
        (#"{"range":{"d":{"gte":"now-20y","lt":"2019-01-01||/y+1y"}}}"#, ["1"]),
        (#"{"range":{"k":{"gt":"a"}}}"#, ["2", "3"]),
        (#"{"exists":{"field":"t"}}"#, ["1", "2"]), (#"{"terms":{"n":[1,"9"]}}"#, ["1", "3"]),
        (#"{"prefix":{"t":"do"}}"#, ["2"]), (#"{"wildcard":{"t":"*o?"}}"#, ["1", "2"]),
        (#"{"match_phrase":{"t":"quick dog"}}"#, ["2"]), (#"{"constant_score":{"filter":{"term":{"k":"c"}}}}"#, ["3"]),
        (#"{"query_string":{"query":"k:a AND n:9"}}"#, ["3"]), (#"{"match_none":{}}"#, []),
        (#"{"multi_match":{"query":"fox","fields":["t","k"]}}"#, ["1"]),
    ])
    func finds(query: String, expected: [String]) {
        #expect(ids(query) == expected)
    }

    @Test func placesOfErrorsAreThoseOfNestedQueries() {
        let clusters = TwoClusters()
        clusters.send("PUT", "/i")
        let answer = clusters.send("POST", "/i/_search", #"{"query":{"bool":{"must":[{"nope":{}}]}}}"#)
        #expect(answer.json["error"]?["col"] == 35)
    }
}
