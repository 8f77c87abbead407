import OrderedJSON
import SandboxWorld
import Testing

/// Queries with very many clauses, as a real 7.10.2 refuses them.
struct ClauseLimitTests {
    private static let words = (0..<1025).map { "w\($0)" }

    private static func clauses(_ count: Int) -> String {
        (0..<count).map { #"{"term":{"k":"\#($0)"}}"# }.joined(separator: ",")
    }

    private static func filled() -> TwoClusters {
        let clusters = TwoClusters(profiles: ("7.10", "7.10"))
        let mapping = #"{"mappings":{"properties":{"k":{"type":"keyword"},"t":{"type":"text"}}}}"#
        clusters.send("PUT", "/i", mapping)
        for number in 0..<30 {
            let text = words[number..<(number + 20)].joined(separator: " ")
            clusters.send("PUT", "/i/_doc/\(number)", #"{"k":"\#(number)","t":"\#(text)"}"#)
        }
        clusters.send("POST", "/i/_refresh")
        return clusters
    }

    @Test(arguments: [
        (#"{"match":{"t":"\#(words.joined(separator: " "))"}}"#, "maxClauseCount is set to 1024"),
        (#"{"bool":{"should":[\#(clauses(1025))]}}"#, "maxClauseCount is set to 1024"),
        (#"{"bool":{"should":[\#(clauses(600))],"filter":[\#(clauses(600))]}}"#, "maxClauseCount is set to 1024"),
        (#"{"multi_match":{"query":"\#(words.joined(separator: " "))","fields":["t","k"]}}"#, "maxClauseCount is set"),
        (
            #"{"query_string":{"query":"\#(words.joined(separator: " AND "))","default_field":"t"}}"#,
            "too many boolean clauses"
        ),
        (
            #"{"terms":{"k":[\#((0..<65_537).map(String.init).joined(separator: ","))]}}"#,
            "The number of terms [65537] used in the Terms Query request has exceeded the allowed maximum of [65536]"
        ),
    ])
    func isRefused(query: String, sentence: String) {
        let answer = Self.filled().send("POST", "/i/_search", #"{"query":\#(query)}"#)
        #expect(answer.status == 400)
        #expect(answer.text.contains(sentence), "\(answer.text.prefix(300))")
        #expect(answer.json["error"]?["root_cause"]?[0]?["type"] == "query_shard_exception")
    }

    @Test(arguments: [
        #"{"bool":{"should":[\#(clauses(1024))]}}"#, #"{"dis_max":{"queries":[\#(clauses(1100))]}}"#,
        #"{"match":{"k":"\#(words.joined(separator: " "))"}}"#,
        #"{"bool":{"must":[{"bool":{"should":[\#(clauses(900))]}},{"bool":{"should":[\#(clauses(900))]}}]}}"#,
    ])
    func isTaken(query: String) {
        #expect(Self.filled().send("POST", "/i/_search", #"{"query":\#(query)}"#).status == 200)
    }

    @Test func theLimitOfTermsIsASetting() {
        let clusters = Self.filled()
        clusters.send("PUT", "/i/_settings", #"{"index.max_terms_count":3}"#)
        let query = #"{"query":{"terms":{"k":["1","2","3","4"]}}}"#
        #expect(clusters.send("POST", "/i/_search", query).text.contains("allowed maximum of [3]"))
    }

    @Test(arguments: [
        ("n", "[3,5,70]"), ("k", #"["3","5","70"]"#), ("_id", #"["3","5","70"]"#), ("n", #"["3",5.0,70]"#),
    ])
    func termsOfAllTypesAreFound(field: String, values: String) {
        let clusters = Self.filled()
        for number in 0..<30 { clusters.send("PUT", "/i/_doc/\(number)", #"{"k":"\#(number)","n":\#(number)}"#) }
        clusters.send("POST", "/i/_refresh")
        let query = #"{"query":{"terms":{"\#(field)":\#(values)}}}"#
        #expect(clusters.send("POST", "/i/_count", query).json["count"] == 2)
    }

    @Test(arguments: [
        #"{"match_phrase":{"t":"w22 w23"}}"#, #"{"wildcard":{"t":"w2*3"}}"#, #"{"prefix":{"t":"w2"}}"#,
        #"{"match_phrase":{"t":"w23 w22"}}"#, #"{"term":{"k":"7"}}"#,
        #"{"match_phrase":{"t":"\#(words[5..<23].joined(separator: " "))"}}"#,
    ])
    func aClauseAmongManyFindsWhatItFindsAlone(query: String) {
        let clusters = Self.filled()
        func found(_ query: String) -> [JSON] {
            let answer = clusters.send(
                "POST", "/i/_search", #"{"size":30,"sort":["k"],"track_scores":true,"query":\#(query)}"#)
            return (answer.json["hits"]?["hits"]?.array ?? []).map { [$0["_id"] ?? .null, $0["_score"] ?? .null] }
        }
        let others = (0..<20).map { #"{"term":{"k":"none\#($0)"}}"# }.joined(separator: ",")
        #expect(found(query) == found(#"{"bool":{"should":[\#(query),\#(others)]}}"#))
        #expect(found(query) == found(#"{"dis_max":{"queries":[\#(query),\#(others)]}}"#))
    }

    /// Clauses that are looked for in a table score as those do that are looked for one by one.
    @Test func manyClausesScoreLikeFew() {
        let clusters = Self.filled()
        func scores(_ words: [String]) -> [Double?] {
            let query = #"{"size":30,"query":{"match":{"t":"\#(words.joined(separator: " "))"}}}"#
            let hits = clusters.send("POST", "/i/_search", query).json["hits"]?["hits"]?.array ?? []
            return hits.map { $0["_score"]?.number?.double }
        }
        let few = Array(Self.words[20..<25])
        let unknown = (0..<20).map { "none\($0)" }
        let expected = scores(few)
        #expect(expected.count > 5 && expected == scores(few + unknown))
    }
}
