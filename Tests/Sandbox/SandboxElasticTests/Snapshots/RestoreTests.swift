import OrderedJSON
import SandboxWorld
import Testing

struct RestoreTests {
    /// A snapshot `s` of `i` (two shards, two documents, alias `other`) and `j`, which the follower sees as well.
    private func prepared() -> TwoClusters {
        let clusters = TwoClusters()
        clusters.register("r")
        clusters.register("r", settings: #","readonly":true"#, on: "follower")
        clusters.send(
            "PUT", "/i", #"{"settings":{"number_of_shards":2,"refresh_interval":"7s"},"aliases":{"other":{}}}"#)
        clusters.send("PUT", "/i/_doc/1", #"{"a":1}"#)
        clusters.send("PUT", "/i/_doc/2", #"{"a":2}"#)
        clusters.send("PUT", "/j")
        clusters.send("PUT", "/_snapshot/r/s?wait_for_completion=true")
        return clusters
    }

    private func restore(
        _ clusters: TwoClusters, _ body: String, waits: Bool = true, on cluster: String = "follower"
    ) -> SandboxResponse {
        clusters.send(
            "POST", "/_snapshot/r/s/_restore" + (waits ? "?wait_for_completion=true" : ""), body, to: cluster)
    }

    private func count(_ clusters: TwoClusters, _ index: String) -> Int? {
        clusters.send("GET", "/\(index)/_count", to: "follower").json["count"]?.int
    }

    @Test func documentsAreThere() {
        let clusters = prepared()
        let answer = restore(clusters, #"{"indices":"i"}"#).json["snapshot"]
        #expect(answer?["indices"] == ["i"])
        #expect(count(clusters, "i") == 2)
        #expect(count(clusters, "other") == 2)
        // What is written to one of them is not written to the other.
        clusters.send("PUT", "/i/_doc/3?refresh", "{}", to: "follower")
        clusters.send("PUT", "/i/_doc/4?refresh", "{}")
        #expect(count(clusters, "i") == 3)
        #expect(clusters.send("GET", "/i/_count").json["count"] == 3)
    }

    @Test func itTakesTime() async throws {
        let clusters = prepared()
        #expect(restore(clusters, #"{"indices":"i"}"#, waits: false).json == ["accepted": true])
        #expect(clusters.send("GET", "/i/_search", to: "follower").status == 503)
        #expect(clusters.send("GET", "/i/_doc/1", to: "follower").status == 503)
        let health = clusters.send("GET", "/_cluster/health/i", to: "follower").json
        #expect(health["initializing_shards"] == 2)
        #expect(clusters.send("POST", "/i/_close", to: "follower").text.contains("are being restored"))
        #expect(clusters.send("DELETE", "/_snapshot/r", to: "follower").status == 500)
        try await clusters.advance(milliseconds: 10)
        let shard = clusters.send("GET", "/i/_recovery?active_only", to: "follower").json["i"]?["shards"]?[0]
        #expect(shard?["stage"] == "INDEX")
        #expect(shard?["index"]?["size"]?["percent"] == "50.0%")
        try await clusters.advance(milliseconds: 1000)
        #expect(count(clusters, "i") == 2)
        #expect(clusters.send("GET", "/i/_recovery?active_only=true", to: "follower").json == [:])
        let done = clusters.send("GET", "/i/_recovery", to: "follower").json["i"]?["shards"]?[1]
        #expect(done?["type"] == "SNAPSHOT")
        #expect(done?["stage"] == "DONE")
        #expect(done?["source"]?["snapshot"] == "s")
        #expect(
            clusters.send("GET", "/_cat/recovery/i?h=index,shard,type,stage,repository,snapshot", to: "follower").text
                == "i 0 snapshot done r s\ni 1 snapshot done r s\n")
    }

    @Test(arguments: ["/_cluster/health/i?wait_for_no_initializing_shards=true", "/i/_refresh"])
    func whoWaitsFindsItDone(target: String) {
        let clusters = prepared()
        _ = restore(clusters, #"{"indices":"i"}"#, waits: false)
        #expect(clusters.send(target.contains("refresh") ? "POST" : "GET", target, to: "follower").status == 200)
        #expect(count(clusters, "i") == 2)
    }

    @Test func anOpenIndexIsInTheWay() {
        let clusters = prepared()
        clusters.send("PUT", "/i", #"{"settings":{"number_of_shards":2},"aliases":{"mine":{}}}"#, to: "follower")
        let uuid = clusters.send("GET", "/i/_settings", to: "follower").json["i"]?["settings"]?["index"]?["uuid"]
        #expect(restore(clusters, #"{"indices":"i"}"#).text.contains("an open index with same name already exists"))
        clusters.send("POST", "/i/_close", to: "follower")
        #expect(restore(clusters, #"{"indices":"i","include_aliases":false}"#).status == 200)
        #expect(count(clusters, "mine") == 2)
        #expect(count(clusters, "other") == nil)
        #expect(clusters.send("GET", "/i/_settings", to: "follower").json["i"]?["settings"]?["index"]?["uuid"] == uuid)
    }

    @Test func aClosedIndexMustFit() {
        let clusters = prepared()
        clusters.send("PUT", "/i", #"{"settings":{"number_of_shards":3}}"#, to: "follower")
        clusters.send("POST", "/i/_close", to: "follower")
        #expect(restore(clusters, #"{"indices":"i"}"#).text.contains("cannot restore index [i] with [3] shards"))
    }

    @Test(arguments: [
        ("(.+)", "restored_$1", "restored_i"), ("i", "\\\\$x", "$x"), ("(?<n>.)", "${n}-${n}", "i-i"), ("z", "q", "i"),
    ])
    func renaming(pattern: String, replacement: String, name: String) {
        let body = #"{"indices":"i","rename_pattern":"\#(pattern)","rename_replacement":"\#(replacement)"}"#
        #expect(restore(prepared(), body).json["snapshot"]?["indices"] == [.string(name)])
    }

    @Test func settingsMayChange() {
        let clusters = prepared()
        let body =
            #"{"indices":"i","index_settings":{"number_of_replicas":0},"ignore_index_settings":["index.refresh_*"]}"#
        #expect(restore(clusters, body).status == 200)
        let settings = clusters.send("GET", "/i/_settings", to: "follower").json["i"]?["settings"]?["index"]
        #expect(settings?["number_of_replicas"] == "0")
        #expect(settings?["number_of_shards"] == "2")
        #expect(settings?["refresh_interval"] == nil)
    }

    @Test(arguments: [
        (#"{"indices":"none"}"#, 404, "no such index [none]"),
        (#"{"indices":"*,-none"}"#, 404, "no such index [none]"),
        (#"{"rename_pattern":"(","rename_replacement":"x"}"#, 400, "pattern_syntax_exception"),
        (#"{"rename_pattern":"i","rename_replacement":"x$2"}"#, 500, "No group 2"),
        (#"{"rename_pattern":".","rename_replacement":"X"}"#, 500, "indices [i] and [j] are renamed into the same"),
        (#"{"indices":"i","rename_pattern":".","rename_replacement":"X"}"#, 400, "must be lowercase"),
        (#"{"indices":"i","index_settings":{"number_of_shards":1}}"#, 500, "cannot modify setting"),
        (#"{"indices":"i","ignore_index_settings":"index.number_of_replicas"}"#, 500, "cannot remove setting"),
        (#"{"bogus":1}"#, 400, "Unknown parameter bogus"),
        (#"{"partial":"x"}"#, 400, "Could not convert [partial] to boolean"),
    ])
    func refusals(body: String, status: Int, sentence: String) {
        let clusters = prepared()
        let answer = restore(clusters, body)
        #expect(answer.status == status)
        #expect(answer.text.contains(sentence))
        #expect(clusters.send("GET", "/_all", to: "follower").json == [:])
    }

    @Test(arguments: [
        (#"{"indices":"none","ignore_unavailable":true}"#, []), (#"{"indices":"*,-i"}"#, ["j"]),
        (#"{"indices":["-i"]}"#, ["j"]), ("{}", ["i", "j"]),
    ])
    func choosing(body: String, names: [String]) {
        let answer = restore(prepared(), body).json["snapshot"]
        #expect(answer?["indices"] == .array(names.map { .string($0) }))
    }

    @Test func missingSnapshotsAndRepositories() {
        let clusters = prepared()
        #expect(clusters.send("POST", "/_snapshot/r/none/_restore").text.contains("[r:none] snapshot does not exist"))
        #expect(clusters.send("POST", "/_snapshot/none/s/_restore").status == 404)
    }

    @Test func theStateOfTheClusterComesOnlyWhenAskedFor() {
        let clusters = TwoClusters()
        clusters.register("r")
        clusters.register("r", on: "follower")
        clusters.send("PUT", "/_cluster/settings", #"{"persistent":{"search.max_buckets":7}}"#)
        clusters.send("PUT", "/_snapshot/r/s?wait_for_completion=true")
        _ = restore(clusters, "{}")
        #expect(clusters.send("GET", "/_cluster/settings", to: "follower").json["persistent"] == [:])
        _ = restore(clusters, #"{"include_global_state":true}"#)
        #expect(
            clusters.send("GET", "/_cluster/settings", to: "follower").json["persistent"]
                == ["search": ["max_buckets": "7"]])
    }
}
