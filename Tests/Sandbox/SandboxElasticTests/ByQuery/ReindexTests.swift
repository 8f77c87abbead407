import OrderedJSON
import SandboxWorld
import Testing

/// Requests that work through what a query finds.
struct ReindexTests {
    static func filled(_ count: Int = 4) -> TwoClusters {
        let clusters = TwoClusters(profiles: ("7.10", "7.10"))
        for number in 0..<count { clusters.send("PUT", "/src/_doc/\(number)", #"{"n":\#(number)}"#) }
        clusters.send("POST", "/src/_refresh")
        return clusters
    }

    static func counts(_ answer: SandboxResponse) -> [String: Int?] {
        Dictionary(
            uniqueKeysWithValues: ["total", "created", "updated", "deleted", "version_conflicts"].map {
                ($0, answer.json[$0]?.int)
            })
    }

    @Test func copiesAndOverwrites() {
        let clusters = Self.filled()
        let body = #"{"source":{"index":"src"},"dest":{"index":"dst"}}"#
        let first = clusters.send("POST", "/_reindex?refresh=true", body)
        #expect(Self.counts(first) == ["total": 4, "created": 4, "updated": 0, "deleted": 0, "version_conflicts": 0])
        let second = clusters.send("POST", "/_reindex", body)
        #expect(Self.counts(second) == ["total": 4, "created": 0, "updated": 4, "deleted": 0, "version_conflicts": 0])
        #expect(clusters.send("GET", "/dst/_count").json["count"] == 4)
    }

    @Test func copiesMoreThanASearchShows() {
        let clusters = TwoClusters(profiles: ("7.10", "7.10"))
        clusters.send("PUT", "/src", #"{"settings":{"index.max_result_window":10}}"#)
        for number in 0..<25 { clusters.send("PUT", "/src/_doc/\(number)", #"{"n":\#(number)}"#) }
        clusters.send("POST", "/src/_refresh")
        let refused = clusters.send("POST", "/_reindex", #"{"source":{"index":"src"},"dest":{"index":"dst"}}"#)
        #expect(refused.status == 400 && refused.text.contains("Batch size is too large"))
        let body = #"{"source":{"index":"src","size":10},"dest":{"index":"dst"}}"#
        let answer = clusters.send("POST", "/_reindex", body)
        #expect(answer.json["created"] == 25 && answer.json["batches"] == 3)
    }

    @Test(arguments: [(#""conflicts":"proceed","#, 200), ("", 409)])
    func whatIsThereIsAConflictWhenItMustBeNew(word: String, status: Int) {
        let clusters = Self.filled()
        let plain = #"{"source":{"index":"src"},"dest":{"index":"dst"}}"#
        clusters.send("POST", "/_reindex", plain)
        let body = #"{\#(word)"source":{"index":"src"},"dest":{"index":"dst","op_type":"create"}}"#
        let answer = clusters.send("POST", "/_reindex", body)
        #expect(answer.status == status)
        #expect(answer.json["version_conflicts"] == 4)
    }

    @Test(arguments: ["http://127.0.0.1:19200", "http://localhost:8201/"])
    func readsAnotherClusterOfTheSandbox(host: String) {
        let clusters = Self.filled()
        clusters.world.opened(port: 8201, of: "leader")
        let body = #"{"source":{"remote":{"host":"\#(host)"},"index":"src"},"dest":{"index":"copy"}}"#
        let answer = clusters.send("POST", "/_reindex", body, to: "follower")
        #expect(answer.json["created"] == 4, "\(answer.text)")
        #expect(clusters.send("GET", "/copy/_doc/3", to: "follower").status == 200)
    }

    @Test(arguments: [
        (#"{"source":{"index":"src"}}"#, 400, "Validation Failed: 1: index must be specified;"),
        (#"{"dest":{"index":"d"}}"#, 400, "use _all if you really want to copy from all existing indexes"),
        (#"{"source":{"index":"nope"},"dest":{"index":"d"}}"#, 404, "no such index [nope]"),
        (#"{"source":{"index":"src"},"dest":{"index":"d"},"max_docs":-1}"#, 400, "failed to parse field [max_docs]"),
        (
            #"{"source":{"index":"src","size":9223372036854775807},"dest":{"index":"d"}}"#, 400,
            "Numeric value (9223372036854775807) out of range of int"
        ),
        (#"{"source":{"index":"src"},"dest":{"index":"d"},"bogus":1}"#, 400, "[reindex] unknown field [bogus]"),
        (#"{"source":{"index":"src"},"dest":{"index":"Bad"}}"#, 400, "Invalid index name [Bad], must be lowercase"),
        (
            #"{"source":{"remote":{"host":"http://127.0.0.1:1"},"index":"src"},"dest":{"index":"d"}}"#, 400,
            "[127.0.0.1:1] not whitelisted in reindex.remote.whitelist"
        ),
        (
            #"{"source":{"remote":{"host":"127.0.0.1:19200"},"index":"src"},"dest":{"index":"d"}}"#, 400,
            "[host] must be of the form [scheme]://[host]:[port](/[pathPrefix])? but was [127.0.0.1:19200]"
        ),
    ])
    func isRefusedOrBounded(body: String, status: Int, sentence: String) {
        let answer = Self.filled().send("POST", "/_reindex", body)
        #expect(answer.status == status)
        #expect(answer.text.contains(sentence), "\(answer.text)")
    }

    @Test func whoDoesNotWaitFindsTheResultInItsTask() throws {
        let clusters = Self.filled()
        let body = #"{"source":{"index":"src"},"dest":{"index":"dst"}}"#
        let task = try #require(
            clusters.send("POST", "/_reindex?wait_for_completion=false", body).json["task"]?.string)
        let answer = clusters.send("GET", "/_tasks/\(task)").json
        #expect(answer["completed"] == true)
        #expect(answer["response"]?["created"] == 4)
        #expect(clusters.send("GET", "/_tasks/bad").text.contains("malformed task id bad"))
        #expect(clusters.send("GET", "/_tasks/nonode:1").status == 404)
    }

    @Test func deletesAndUpdatesWhatAQueryFinds() {
        let clusters = Self.filled()
        let query = #"{"query":{"range":{"n":{"gte":2}}}}"#
        let deleted = clusters.send("POST", "/src/_delete_by_query?refresh=true", query)
        #expect(Self.counts(deleted)["deleted"] == 2)
        #expect(clusters.send("GET", "/src/_count").json["count"] == 2)
        #expect(clusters.send("POST", "/src/_update_by_query").json["updated"] == 2)
        #expect(clusters.send("GET", "/src/_doc/0").json["_version"] == 2)
        // What was updated since the last refresh has changed since it was found.
        #expect(clusters.send("POST", "/src/_update_by_query?conflicts=proceed").json["version_conflicts"] == 2)
        #expect(clusters.send("POST", "/src/_delete_by_query").text.contains("1: query is missing;"))
        #expect(clusters.send("POST", "/src/_update_by_query?max_docs=-1").status == 400)
    }
}
