import OrderedJSON
import SandboxWorld
import Testing

/// Answers that a real 7.0.0 and a real 7.10.2 gave to requests of the recordings whose answers are left out there.
struct SeenAnswerTests {
    private static func cluster(_ profile: String) -> TwoClusters {
        let clusters = TwoClusters(profiles: (profile, profile))
        clusters.send("PUT", "/src/_doc/1?refresh", #"{"n":1}"#)
        return clusters
    }

    @Test(arguments: [
        ("7.0", "GET", "/%", 400, "unterminated escape sequence at end of string: %"),
        ("7.0", "POST", "/a%", 400, "unterminated escape sequence at end of string: a%"),
        ("7.0", "GET", "/_cat/indices%", 400, "unterminated escape sequence at end of string: indices%"),
        ("7.10", "GET", "/a/_doc/%2", 405, "partial escape sequence at end of string: %2, allowed: ["),
        ("7.10", "GET", "/%zz", 405, "invalid escape sequence `%zz' at index 0 of: %zz, allowed: ["),
        ("7.10", "POST", "/%", 405, "Incorrect HTTP method for uri [/%] and method [POST], allowed: ["),
        ("7.10", "GET", "/?a=%2", 400, "partial escape sequence at end of string: %2"),
        ("7.10", "GET", "/src%2a/_search", 200, "\"hits\""),
    ])
    func pathsWithBrokenEscapes(profile: String, method: String, target: String, status: Int, sentence: String) {
        let answer = Self.cluster(profile).send(method, target)
        #expect(answer.status == status)
        #expect(answer.text.contains(sentence), "\(answer.text)")
    }

    @Test(arguments: [
        ("_cat/indices", 403, 403), ("_cat/indices/src", 403, 403), ("_cat/shards/src", 403, 403),
        ("_cat/segments/src", 403, 403), ("_cat/aliases", 403, 403), ("src/_segments", 403, 403),
        ("src/_shard_stores", 403, 403), ("src/_search_shards", 403, 403), ("src/_recovery", 200, 403),
        ("_cat/recovery/src", 200, 403), ("_cat/count/src", 200, 200), ("_cluster/health/src", 200, 200),
        ("src/_search", 200, 200), ("src/_field_caps?fields=*", 200, 200),
    ])
    func whatABlockOfMetadataForbids(path: String, old: Int, new: Int) {
        for (profile, status) in [("7.0", old), ("7.10", new)] {
            let clusters = Self.cluster(profile)
            clusters.send("PUT", "/src/_settings", #"{"index.blocks.metadata":true}"#)
            #expect(clusters.send("GET", "/\(path)").status == status, "\(profile)")
        }
    }

    @Test(arguments: [
        ("PUT", "/roc", "{}", true), ("DELETE", "/src", nil, true), ("POST", "/src/_close", nil, true),
        ("PUT", "/src/_alias/x", nil, true), ("PUT", "/src/_settings", #"{"index.refresh_interval":"1s"}"#, false),
        ("PUT", "/src/_doc/1", "{}", false),
    ])
    func whichIndicesABlockOfTheClusterNames(method: String, path: String, body: String?, isNamed: Bool) {
        for profile in ["7.0", "7.10"] {
            let clusters = Self.cluster(profile)
            clusters.send("PUT", "/_cluster/settings", #"{"transient":{"cluster.blocks.read_only":true}}"#)
            let answer = clusters.send(method, path, body)
            #expect(answer.status == 403)
            let reason = answer.json["error"]?["reason"]?.string ?? ""
            #expect(reason.hasPrefix("index [") == (isNamed && profile == "7.10"), "\(profile): \(reason)")
        }
    }

    @Test func anUpdateThatChangesNothingTellsItsSequence() {
        let body = #"{"doc":{"n":1}}"#
        let old = Self.cluster("7.0").send("POST", "/src/_update/1", body).json
        let new = Self.cluster("7.10").send("POST", "/src/_update/1", body).json
        #expect(old["result"] == "noop" && old["_seq_no"] == nil)
        #expect(new["result"] == "noop" && new["_seq_no"] == 0 && new["_primary_term"] == 1)
    }

    @Test func shardsAreMarkedByASyncedFlush() {
        for (profile, warns) in [("7.0", false), ("7.10", true)] {
            let clusters = Self.cluster(profile)
            let answer = clusters.send("POST", "/src/_flush/synced")
            #expect(answer.status == 200 && answer.isEmulated)
            #expect(answer.json["src"] == ["total": 2, "successful": 1, "failed": 0])
            #expect(answer.headers("warning").isEmpty != warns)
            #expect(clusters.send("GET", "/nope/_flush/synced").json["_shards"]?["total"] == 0)
            clusters.send("POST", "/src/_close")
            let closed = clusters.send("POST", "/src/_flush/synced")
            #expect(closed.status == 409)
            #expect(closed.json["src"]?["failures"] == [["shard": 0, "reason": "closed"]])
            #expect(clusters.send("POST", "/s*/_flush/synced").json["_shards"]?["total"] == 0)
        }
        #expect(Self.cluster("8.x").send("POST", "/src/_flush/synced").status >= 400)
    }

    @Test func unknownAggregationsAndValues() {
        let unknown = #"{"aggs":{"a":{"term":{"field":"n"}}}}"#
        let old = Self.cluster("7.0").send("POST", "/src/_search", unknown).json["error"]
        #expect(old?["type"] == "named_object_not_found_exception")
        let new = Self.cluster("7.10").send("POST", "/src/_search", unknown).json["error"]
        #expect(new?["reason"] == "Unknown aggregation type [term] did you mean [terms]?")
        #expect(new?["caused_by"]?["reason"] == "[1:22] unknown field [term]")
        let range = #"{"query":{"range":{"n":{"gte":"x"}}}}"#
        let failed = Self.cluster("7.10").send("POST", "/src/_search", range).json["error"]?["root_cause"]?[0]
        #expect(failed?["reason"] == #"failed to create query: For input string: "x""#)
    }

    @Test(arguments: [
        (
            #"{"source":{"index":"src"},"dest":{"index":"src"}}"#,
            "reindex cannot write into an index its reading from [src]"
        ),
        (
            #"{"source":{"index":"s*"},"dest":{"index":"al"}}"#,
            "reindex cannot write into an index its reading from [src]"
        ),
        (
            #"{"source":{"index":"src","query":{"nope":{}}},"dest":{"index":"d"}}"#,
            "[reindex] failed to parse field [source]"
        ),
        (
            #"{"source":{"index":"src","remote":{"host":"https://127.0.0.1:19201"}},"dest":{"index":"d"}}"#,
            "Unrecognized SSL message, plaintext connection?"
        ),
    ])
    func whatReindexRefuses(body: String, sentence: String) {
        let clusters = Self.cluster("7.10")
        clusters.send("PUT", "/src/_alias/al")
        let answer = clusters.send("POST", "/_reindex", body)
        #expect(answer.status >= 400)
        #expect(answer.json["error"]?["reason"]?.string?.contains(sentence) == true, "\(answer.text)")
    }

    @Test func howLongATranslogIsKeptIsNoSetting() {
        let body = #"{"settings":{"index.translog.retention.age":"1h"}}"#
        #expect(Self.cluster("7.0").send("PUT", "/w", body).headers("warning").isEmpty)
        let warned = Self.cluster("7.10").send("PUT", "/w", body)
        #expect(warned.status == 200 && warned.headers("warning").first?.contains("effectively ignored") == true)
        #expect(Self.cluster("8.x").send("PUT", "/w", body).status == 400)
    }

    @Test func tablesAndMediaTypes() {
        let accept = [("Accept", "application/vnd.elasticsearch+json;compatible-with=8")]
        let table = Self.cluster("7.10").send("GET", "/_cat/indices?h=index", headers: accept)
        #expect(table.json[0]?["index"] == "src")
        #expect(Self.cluster("7.0").send("GET", "/_cat/indices?h=index", headers: accept).text == "src\n")
        #expect(Self.cluster("7.10").send("GET", "/_cat/nodes?h=http").text.contains(":"))
        #expect(Self.cluster("7.10").send("GET", "/_cat/tasks?v&detailed").text.contains("description"))
        #expect(!Self.cluster("7.10").send("GET", "/_cat/tasks?help").text.contains("description"))
        #expect(Self.cluster("7.10").send("GET", "/_cat/recovery?help").text.contains("start_time_millis"))
        #expect(!Self.cluster("7.0").send("GET", "/_cat/recovery?help").text.contains("start_time_millis"))
    }

    @Test func onlyARestoreOverAnIndexGivesItAHistory() {
        let clusters = Self.cluster("7.10")
        clusters.register("r")
        clusters.send("PUT", "/_snapshot/r/s?wait_for_completion=true", #"{"indices":"src"}"#)
        func restore(_ body: String, _ index: String) -> JSON? {
            clusters.send("POST", "/_snapshot/r/s/_restore?wait_for_completion=true", body)
            return clusters.send("GET", "/\(index)/_settings?flat_settings").json[index]?["settings"]?[
                "index.history.uuid"]
        }
        let renamed = #"{"indices":"src","rename_pattern":"src","rename_replacement":"other"}"#
        #expect(restore(renamed, "other") == nil)
        clusters.send("POST", "/src/_close")
        #expect(restore(#"{"indices":"src"}"#, "src") != nil)
    }
}
