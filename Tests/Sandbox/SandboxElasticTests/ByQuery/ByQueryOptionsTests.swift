import OrderedJSON
import SandboxWorld
import Testing

/// What requests that work through what a query finds may say of it, as a real 7.10.2 answers it.
struct ByQueryOptionsTests {
    /// Twelve documents with the ids and numbers 0 to 11.
    static func filled(_ profile: String = "7.10") -> TwoClusters {
        let clusters = TwoClusters(profiles: (profile, profile))
        clusters.send("PUT", "/src", #"{"settings":{"number_of_shards":1},"mappings":{}}"#)
        for number in 0..<12 {
            clusters.send("PUT", "/src/_doc/\(number)", #"{"n":\#(number),"k":"a"}"#)
        }
        clusters.send("POST", "/src/_refresh")
        return clusters
    }

    private static func copy(_ clusters: TwoClusters, _ query: String, _ source: String, _ more: String = "") -> JSON {
        let body = #"{"source":{"index":"src"\#(source)},"dest":{"index":"d"}\#(more)}"#
        return clusters.send("POST", "/_reindex?refresh=true\(query)", body).json
    }

    private static func ids(_ clusters: TwoClusters) -> [String?] {
        let found = clusters.send("GET", "/d/_search?size=20&sort=n").json["hits"]?["hits"]?.array ?? []
        return found.map { $0["_id"]?.string }
    }

    @Test(arguments: [
        ("&max_docs=3", "", "", ["0", "1", "2"]), ("", "", #","max_docs":3"#, ["0", "1", "2"]),
        ("", #","sort":{"n":"desc"}"#, #","max_docs":2"#, ["10", "11"]), ("", #","type":"other""#, "", []),
        ("", #","query":{"term":{"n":4}}"#, "", ["4"]),
        ("", #","slice":{"id":1,"max":2}"#, "", ["0", "1", "2"]),
    ])
    func someAreCopied(query: String, source: String, more: String, wanted: [String]) {
        let clusters = Self.filled()
        let answer = Self.copy(clusters, query, source, more)
        #expect(answer["total"]?.int == wanted.count && (wanted.isEmpty || answer["created"]?.int == wanted.count))
        #expect(Self.ids(clusters) == wanted)
    }

    @Test func partsOfDocumentsAreCopied() {
        let clusters = Self.filled()
        _ = Self.copy(clusters, "", #","_source":["k"]"#)
        #expect(clusters.send("GET", "/d/_doc/3").json["_source"] == ["k": "a"])
    }

    /// How many documents a slice has follows from the ids, as on a real server.
    @Test(arguments: [(2, [9, 3]), (3, [6, 5, 1])]) func slicesAreCounted(count: Int, sizes: [Int]) {
        let clusters = Self.filled()
        let answer = Self.copy(clusters, "&slices=\(count)", "")
        #expect(answer["total"] == 12 && answer["batches"]?.int == count)
        #expect((answer["slices"]?.array ?? []).map { $0["total"]?.int } == sizes)
        #expect((answer["slices"]?.array ?? []).map { $0["slice_id"]?.int } == Array(0..<count))
        let one = clusters.send("POST", "/src/_update_by_query", #"{"slice":{"id":0,"max":\#(count)}}"#).json
        #expect(one["slice_id"] == 0 && one["updated"]?.int == sizes[0])
        let limited = Self.copy(Self.filled(), "&slices=\(count)", "", #","max_docs":5"#)
        #expect(limited["created"]?.int ?? 9 <= 5 / count * count)
    }

    @Test func aSliceOfAScrollIsOfTheSameDocuments() {
        let clusters = Self.filled()
        let body = #"{"size":20,"slice":{"id":0,"max":2}}"#
        #expect(clusters.send("POST", "/src/_search?scroll=1m", body).json["hits"]?["total"]?["value"] == 9)
        let refused = clusters.send("POST", "/src/_search", body)
        #expect(refused.status == 500 && refused.text.contains("`slice` cannot be used outside of a scroll context"))
    }

    @Test(arguments: [
        (#"{"source":{"index":"src","foo":1},"dest":{"index":"d"}}"#, "Unknown key for a VALUE_NUMBER in [foo]."),
        (#"{"source":{"index":"src"},"dest":{"index":"d","foo":1}}"#, "[1:47] [dest] unknown field [foo]"),
        (
            #"{"source":{"index":"src"},"dest":{"index":"d","version_type":"foo"}}"#,
            "[1:62] [dest] failed to parse field [version_type]"
        ),
        (#"{"source":{"index":"src"},"dest":{"index":"d","version_type":"foo"}}"#, "No version type match [foo]"),
        (
            #"{"source":{"index":"src"},"dest":{"index":"d","op_type":"foo"}}"#,
            "opType must be 'create' or 'index', found: [foo]"
        ),
        (#"{"source":{"index":"src"},"dest":{"index":"d","routing":"x"}}"#, "1: routing must be unset, [keep],"),
        (#"{"source":{"index":"src"},"dest":{"index":"d","pipeline":"p"}}"#, "pipeline with id [p] does not exist"),
        (#"{"source":{"index":"src","size":0},"dest":{"index":"d"}}"#, "1: [size] cannot be [0] in a scroll context;"),
        (#"{"source":{"index":"src","size":20000},"dest":{"index":"d"}}"#, "Batch size is too large"),
        (#"{"source":{"index":"src","_source":false},"dest":{"index":"d"}}"#, "_source:false is not supported"),
        (#"{"source":{"index":"src","slice":{"id":2,"max":2}},"dest":{"index":"d"}}"#, "max must be greater than id"),
        (
            #"{"source":{"index":"src","query":{"foo":{}}},"dest":{"index":"d"}}"#,
            "[reindex] failed to parse field [source]"
        ),
        (#"{"source":{"index":5},"dest":{"index":"d"}}"#, "Expected [index] to be a list or a string but was [5]"),
        (#"{"source":5,"dest":{"index":"d"}}"#, "[1:11] [reindex] source doesn't support values of type: VALUE_NUMBER"),
        (
            #"{"conflicts":"maybe","source":{"index":"src"},"dest":{"index":"d"}}"#,
            #"may only be \"proceed\" or \"abort\""#
        ),
        (#"{"conflicts":5,"source":{"index":"src"},"dest":{"index":"d"}}"#, "conflicts doesn't support values of type"),
        (#"{"max_docs":"x","source":{"index":"src"},"dest":{"index":"d"}}"#, #"For input string: \"x\""#),
        (#"{"max_docs":-3,"source":{"index":"src"},"dest":{"index":"d"}}"#, "parameter cannot be negative, found [-3]"),
        (#"{"max_docs":0,"source":{"index":"src"},"dest":{"index":"d"}}"#, "[max_docs] should be >= [slices]"),
        (
            #"{"source":{"index":"src"},"dest":{"index":"src"}}"#,
            "reindex cannot write into an index its reading from [src]"
        ),
        ("[]", "[1:1] [reindex] Expected START_OBJECT but was: START_ARRAY"),
    ])
    func aCopyIsRefused(body: String, sentence: String) {
        let answer = Self.filled().send("POST", "/_reindex", body)
        #expect(answer.status == 400, "\(answer.text)")
        #expect(answer.text.contains(sentence), "\(answer.text)")
    }

    @Test(arguments: [
        ("?conflicts=foo", nil, 400, "was [foo]"), ("?scroll_size=0", nil, 400, "[size] cannot be [0] in a scroll"),
        ("", #"{"foo":1}"#, 400, "Unknown key for a VALUE_NUMBER in [foo]."),
        (
            "", #"{"from":2}"#, 400,
            "1: using [from] is not allowed in a scroll context;2: from is not supported in this"
        ),
        ("?search_type=zz", nil, 400, "No search type for [zz]"), ("?max_docs=0", nil, 400, "should be >= [slices]"),
        ("?size=2&max_docs=3", nil, 400, "[max_docs] set to two different values [2] and [3]"),
        ("?slices=0", nil, 400, #"must be a positive integer or the string \"auto\", but was [0]"#),
        ("?slices=2", #"{"slice":{"id":0,"max":2}}"#, 400, "both manual and automatic slicing at the same time"),
        ("?stored_fields=a", nil, 400, "stored_fields is not supported in this context"),
        ("?refresh=x", nil, 400, "Failed to parse value [x]"), ("?scroll=abc", nil, 400, "[scroll] with value [abc]"),
        ("?wait_for_active_shards=x", nil, 400, "cannot parse ActiveShardCount[x]"),
        ("?wait_for_active_shards=5", nil, 503, "unavailable_shards_exception"),
        ("?pipeline=p", nil, 400, "pipeline with id [p] does not exist"),
        ("", #"{"_source":false}"#, 400, "[src][_doc][0] didn't store _source"),
        ("?sort=n:desc", nil, 200, #""updated":12"#), ("?size=2", nil, 200, #""updated":2"#),
        ("", #"{"size":2}"#, 200, #""batches":6"#),
        ("?terminate_after=2", nil, 200, #""total":2,"updated":12,"deleted":0,"batches":2"#),
        ("", "[]", 200, #""updated":12"#),
    ])
    func anUpdateTakesOrRefuses(query: String, body: String?, status: Int, sentence: String) {
        let answer = Self.filled().send("POST", "/src/_update_by_query\(query)", body)
        #expect(answer.status == status, "\(answer.text)")
        #expect(answer.text.contains(sentence), "\(answer.text)")
    }

    /// Before 7.3 the limit is called `size`, and a size in a body says nothing.
    @Test(arguments: ["6.7", "7.0"]) func olderVersionsCallTheLimitSize(profile: String) {
        let clusters = TwoClusters(profiles: (profile, profile))
        for number in 0..<4 { clusters.send("PUT", "/src/_doc/\(number)", #"{"n":1}"#) }
        clusters.send("POST", "/src/_refresh")
        let unknown = clusters.send("POST", "/src/_update_by_query?max_docs=2")
        #expect(unknown.status == 400 && unknown.text.contains("unrecognized parameter: [max_docs]"))
        #expect(clusters.send("POST", "/src/_update_by_query?size=2&refresh").json["updated"] == 2)
        let whole = clusters.send("POST", "/src/_update_by_query?refresh", #"{"size":1}"#).json
        #expect(whole["updated"] == 4 && whole["batches"] == 1)
        let body = #"{"size":3,"source":{"index":"src"},"dest":{"index":"d"}}"#
        #expect(clusters.send("POST", "/_reindex", body).json["created"] == 3)
    }

    @Test func aDeletionNeedsAQuery() {
        let clusters = Self.filled()
        let refused = clusters.send("POST", "/src/_delete_by_query?scroll_size=0", #"{"from":2}"#)
        #expect(refused.text.contains("2: [size] cannot be [0] in a scroll context;3: from is not supported"))
        #expect(refused.text.contains("4: query is missing;"))
        let deleted = clusters.send("POST", "/src/_delete_by_query?size=2&q=k:a")
        #expect(deleted.json["deleted"] == 2)
        #expect(deleted.headers("warning").first?.contains("Deprecated field [size] used") == true)
    }
}
