import OrderedJSON
import SandboxWorld
import Testing

/// Values that a real 7.10.2 refuses, or takes, in requests of all kinds.
struct RefusedValuesTests {
    private static func filled() -> TwoClusters {
        let clusters = TwoClusters(profiles: ("7.10", "7.10"))
        let mapping = #"{"properties":{"n":{"type":"integer"},"k":{"type":"keyword"},"ne":{"type":"nested"}}}"#
        clusters.send("PUT", "/src", #"{"settings":{"number_of_replicas":1},"mappings":\#(mapping)}"#)
        clusters.send("PUT", "/src/_doc/1?refresh", #"{"n":1,"k":"a"}"#)
        clusters.send("PUT", "/other", "{}")
        clusters.send("PUT", "/rw-000001", #"{"aliases":{"rw":{"is_write_index":true}}}"#)
        return clusters
    }

    private static func check(_ example: Example) {
        let answer = filled().send(example.method, example.path, example.body)
        #expect(answer.status == example.status, "\(answer.text)")
        #expect(answer.text.contains(example.text), "\(answer.text)")
    }

    struct Example: Sendable {
        let method: String
        let path: String
        let body: String?
        let status: Int
        let text: String

        init(_ method: String, _ path: String, _ body: String?, _ status: Int, _ text: String) {
            (self.method, self.path, self.body, self.status, self.text) = (method, path, body, status, text)
        }
    }

    @Test(arguments: [
        Example("PUT", "/_template/t", #"{"index_patterns":["y-*"],"order":"x"}"#, 400, #"For input string: \"x\""#),
        Example("PUT", "/_template/t", #"{"index_patterns":["y-*"],"order":[]}"#, 400, "number_format_exception"),
        Example(
            "PUT", "/_template/t", #"{"index_patterns":["y"],"aliases":{"B*":{}}}"#, 400, "Invalid alias name [B*]"),
        Example(
            "PUT", "/_template/t", #"{"index_patterns":["y"],"aliases":{"y":{}}}"#, 400, "cannot be the same as any"),
        Example("PUT", "/_template/a*", #"{"index_patterns":["z"]}"#, 400, "name must not contain a '*'"),
        Example(
            "PUT", "/_template/t", #"{"index_patterns":["a b"]}"#, 400, "2: index_pattern [a b] must not contain the"),
        Example(
            "PUT", "/_template/t", #"{"index_patterns":["y"],"settings":{"foo":1}}"#, 400, #"{"type":"illegal_argument"#
        ),
        Example("PUT", "/_template/t", #"{"index_patterns":["y"],"mappings":{"_doc":{}}}"#, 400, "nested under a type"),
        Example(
            "PUT", "/_component_template/c", #"{"template":{"foo":1}}"#, 400, "[1:14] [template] unknown field [foo]"),
        Example(
            "PUT", "/_component_template/c", #"{"template":"bad"}"#, 400, "template doesn't support values of type"),
        Example("PUT", "/_index_template/i", #"{"index_patterns":["y"],"priority":-7}"#, 400, "priority must be >= 0"),
        Example("PUT", "/_index_template/i", #"{"index_patterns":[]}"#, 400, "There must be at least one pattern"),
        Example(
            "PUT", "/_index_template/i", #"{"index_patterns":["y"],"data_stream":{}}"#, 400, "after composition is"),
        Example("GET", "/_index_template/no*", nil, 404, #"{"index_templates":[]}"#),
    ])
    func templates(example: Example) { Self.check(example) }

    @Test(arguments: [
        Example(
            "POST", "/rw/_rollover", #"{"conditions":{"max_docs":"x"}}"#, 400,
            "[conditions] failed to parse field [max_docs]"),
        Example(
            "POST", "/rw/_rollover", #"{"conditions":[]}"#, 400,
            "conditions doesn't support values of type: START_ARRAY"),
        Example("POST", "/rw/_rollover", #"{"conditions":{"max_size":"5"}}"#, 400, #"[{"type":"parse_exception""#),
        Example(
            "POST", "/rw/_rollover", #"{"conditions":{"foo":1}}"#, 400, "[rollover] failed to parse field [conditions]"),
        Example("POST", "/rw/_rollover", #"{"conditions":{"max_docs":5}}"#, 200, #""rolled_over":false"#),
        Example("PUT", "/src/_mapping", #"{"_routing":{"required":true}}"#, 400, "[required] from [false] to [true]"),
        Example("PUT", "/src/_mapping", #"{"_source":{"enabled":false}}"#, 400, "[enabled] from [true] to [false]"),
        Example("PUT", "/other/_mapping", #"{"_routing":{"required":true}}"#, 200, "acknowledged"),
        Example("POST", "/src/_validate/query", "{}", 400, "query cannot be null"),
        Example("GET", "/zz*/_validate/query", nil, 404, "no such index [zz*]"),
        Example("GET", "/src/_validate/query?q=n:abc", nil, 200, #""valid":true"#),
        Example("POST", "/src/_validate/query", #"{"query":{"term":{"k":{}}}}"#, 200, #""valid":false"#),
        Example("POST", "/src/_field_caps", #"{"fields":["n"]}"#, 400, "specified fields can't be null or empty"),
        Example("POST", "/src/_field_caps?fields=n", #"{"foo":1}"#, 400, "request does not support [foo]"),
        Example("GET", "/src/_field_caps?fields=n&include_unmapped=x", nil, 400, "Failed to parse value [x]"),
        Example(
            "GET", "/src,other/_field_caps?fields=n&include_unmapped=true", nil, 200, #""unmapped":{"type":"unmapped""#),
        Example(
            "POST", "/src/_field_caps?fields=n", #"{"index_filter":{"match_none":{}}}"#, 200,
            #"{"indices":[],"fields":{}}"#),
        Example(
            "POST", "/src/_field_caps?fields=n", #"{"index_filter":{"range":{"n":{"gt":5}}}}"#, 200, #""indices":[]"#),
        Example("GET", "/src/_field_caps?fields=ne", nil, 200, #""nested":{"type":"nested""#),
    ])
    func indices(example: Example) { Self.check(example) }

    @Test(arguments: [
        Example(
            "POST", "/_cluster/allocation/explain", #"{"index":"src","shard":"x","primary":true}"#, 400,
            "For input string"),
        Example(
            "POST", "/_cluster/allocation/explain", #"{"index":"src","shard":[],"primary":true}"#, 400, "START_ARRAY"),
        Example("POST", "/_cluster/allocation/explain", "{}", 200, #""current_state":"unassigned""#),
        Example("POST", "/_cluster/allocation/explain", "[]", 400, "Expected START_OBJECT but was: START_ARRAY"),
        Example(
            "POST", "/_cluster/allocation/explain",
            #"{"index":"src","shard":0,"primary":false,"current_node":"x"}"#, 400, "failed to resolve [x], no matching"),
        Example("POST", "/_cluster/reroute", #"{"commands":{}}"#, 400, "or start array, got [START_OBJECT] instead"),
        Example(
            "POST", "/_cluster/reroute", #"{"commands":[{"move":{}}]}"#, 400, "command missing the index parameter"),
        Example(
            "POST", "/_cluster/reroute", #"{"commands":[{"foo":{}}]}"#, 400, "[1:21] [cluster_reroute] failed to parse"),
        Example("PUT", "/_cluster/settings", #"{"persistent":{"cluster.remote.z.seeds":["a:99999"]}}"#, 200, "99999"),
        Example("PUT", "/_cluster/settings", #"{"persistent":{"cluster.remote.z.seeds":["a:0"]}}"#, 400, "must be > 0"),
        Example("GET", "/_tasks?parent_task_id=bad", nil, 400, "malformed task id bad"),
        Example("GET", "/_nodes/stats?level=foo", nil, 400, "[indices] or [node] or [shards] but was [foo]"),
        Example("GET", "/_nodes/usage/foo", nil, 200, #""since""#),
        Example("POST", "/_search/scroll", #"{"scroll_id":""}"#, 400, "Cannot parse scroll id"),
        Example("POST", "/src/_search?scroll", "{}", 400, "setting [scroll] with value []"),
        Example("POST", "/src/_validate/query", "{bad", 200, #"{"valid":false}"#),
        Example("POST", "/_analyze?text=a", nil, 400, "request body or source parameter is required"),
    ])
    func clusters(example: Example) { Self.check(example) }

    @Test(arguments: [
        Example(
            "POST", "/_analyze", #"{"analyzer":"standard","tokenizer":"standard","text":"a"}"#, 400, "extra components"),
        Example("POST", "/_analyze", #"{"normalizer":"lowercase","text":"A"}"#, 400, "index is required if normalizer"),
        Example("POST", "/src/_analyze", #"{"field":"n","text":"5"}"#, 400, "only supported on tokenized fields"),
        Example(
            "POST", "/_analyze", #"{"text":5}"#, 400, "[1:9] [analyze_request] text doesn't support values of type"),
        Example(
            "POST", "/_analyze", #"{"text":["a b","c"]}"#, 200,
            #""token":"c","start_offset":4,"end_offset":5,"type":"<ALPHANUM>","position":2"#),
        Example("POST", "/src/_analyze", #"{"text":["a b","c"]}"#, 200, #""position":102"#),
        Example("POST", "/_analyze", #"{"tokenizer":"keyword","filter":["trim"],"text":" A "}"#, 200, #""token":"A""#),
        Example(
            "POST", "/_analyze", #"{"text":"\#(String(repeating: "x", count: 300))"}"#, 200,
            #""start_offset":255,"end_offset":300"#),
        Example(
            "POST", "/_analyze", #"{"tokenizer":"letter","text":"\#(String(repeating: "x", count: 300))"}"#, 200,
            #""end_offset":255"#),
    ])
    func texts(example: Example) { Self.check(example) }

    @Test(arguments: ["english", "pattern", "fingerprint"]) func anAnalyzerThatIsNotEmulatedIsNamed(name: String) {
        let clusters = Self.filled()
        #expect(!clusters.send("POST", "/_analyze", #"{"analyzer":"\#(name)","text":"a"}"#).isEmulated)
        #expect(!clusters.send("POST", "/_analyze", #"{"tokenizer":{"type":"ngram"},"text":"a"}"#).isEmulated)
        #expect(
            !clusters.send("POST", "/_analyze", #"{"tokenizer":"standard","filter":["stemmer"],"text":"a"}"#).isEmulated
        )
        #expect(clusters.send("POST", "/_analyze", #"{"analyzer":"nope","text":"a"}"#).isEmulated)
    }

    @Test func closedIndicesHaveStatisticsWhereTheyAreAskedFor() {
        let clusters = Self.filled()
        clusters.send("POST", "/src/_close")
        #expect(clusters.send("GET", "/src/_stats").status == 400)
        #expect(clusters.send("GET", "/src/_stats?forbid_closed_indices=false").status == 200)
        let older = TwoClusters(profiles: ("7.0", "7.0"))
        #expect(older.send("GET", "/_stats?forbid_closed_indices=false").text.contains("unrecognized parameter"))
        // What only newer versions refuse.
        #expect(older.send("PUT", "/_template/a*", #"{"index_patterns":["z"]}"#).status == 200)
        older.send("PUT", "/i")
        #expect(older.send("POST", "/i/_field_caps?fields=n", #"{"foo":1}"#).status == 200)
    }

    @Test func aBlockIsReplacedByAnotherInOneRequest() {
        let clusters = Self.filled()
        clusters.send("PUT", "/src/_settings", #"{"index.blocks.metadata":true}"#)
        #expect(clusters.send("PUT", "/src/_settings", #"{"index.number_of_replicas":0}"#).status == 403)
        let swap = #"{"index.blocks.metadata":null,"index.blocks.read_only":true}"#
        #expect(clusters.send("PUT", "/src/_settings", swap).status == 200)
        #expect(clusters.send("PUT", "/src/_doc/2", "{}").text.contains("FORBIDDEN/5/index read-only (api)"))
        let next = #"{"index.blocks.read_only":false,"index.blocks.read_only_allow_delete":true}"#
        #expect(clusters.send("PUT", "/src/_settings", next).status == 200)
        #expect(clusters.send("PUT", "/src/_doc/2", "{}").status == 429)
    }

    @Test func aScrollThatIsNotKeptEnds() throws {
        let clusters = Self.filled()
        let id = try #require(clusters.send("POST", "/src/_search?scroll=1m", "{}").json["_scroll_id"]?.string)
        let last = clusters.send("POST", "/_search/scroll", #"{"scroll_id":"\#(id)"}"#)
        #expect(last.status == 200 && last.json["_scroll_id"] == nil)
        #expect(clusters.send("POST", "/_search/scroll", #"{"scroll_id":"\#(id)","scroll":"1m"}"#).status == 404)
        #expect(clusters.send("DELETE", "/_search/scroll", #"{"scroll_id":"\#(id)"}"#).status == 404)
        let after = clusters.send("POST", "/src/_search?scroll=1m", #"{"sort":["n"],"search_after":[1]}"#)
        #expect(after.status == 500 && after.text.contains("search_exception"))
    }

    @Test func noGroupIsBeyondHardBounds() {
        let clusters = TwoClusters(profiles: ("7.10", "7.10"))
        for number in 0..<12 {
            clusters.send("PUT", "/h/_doc/\(number)", #"{"n":\#(number),"d":"2026-0\#(1 + number % 4)-11"}"#)
        }
        clusters.send("POST", "/h/_refresh")
        func keys(_ kind: String, _ definition: String) -> [JSON?] {
            let body = #"{"size":0,"aggs":{"h":{"\#(kind)":{\#(definition)}}}}"#
            let answer = clusters.send("POST", "/h/_search", body).json
            return (answer["aggregations"]?["h"]?["buckets"]?.array ?? []).map { $0["key_as_string"] ?? $0["key"] }
        }
        let plain = #""field":"n","interval":5,"hard_bounds":"#
        #expect(keys("histogram", plain + #"{"min":3,"max":6}"#).map { $0?.number?.double } == [5])
        #expect(keys("histogram", plain + #"{"max":5}"#).map { $0?.number?.double } == [0, 5])
        let dates = #""field":"d","calendar_interval":"month","hard_bounds":{"min":"2026-02-05","max":"2026-03-20"}"#
        #expect(keys("date_histogram", dates) == ["2026-02-01T00:00:00.000Z"])
        let both = #"{"size":0,"aggs":{"h":{"histogram":{\#(plain){"max":6},"extended_bounds":{"max":20}}}}}"#
        #expect(
            clusters.send("POST", "/h/_search", both).text.contains("Extended bounds have to be inside hard bounds"))
    }
}
