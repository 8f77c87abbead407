import OrderedJSON
import SandboxWorld
import Testing

struct SnapshotTests {
    /// A repository `r` and an index of two shards with one document that no search sees yet.
    private func prepared() -> TwoClusters {
        let clusters = TwoClusters()
        clusters.register("r")
        clusters.send("PUT", "/i", #"{"settings":{"number_of_shards":2}}"#)
        clusters.send("PUT", "/i/_doc/1", #"{"a":1}"#)
        return clusters
    }

    private func state(_ clusters: TwoClusters) -> String? {
        clusters.send("GET", "/_snapshot/r/s").json["snapshots"]?[0]?["state"]?.string
    }

    @Test func itTakesTime() async throws {
        let clusters = prepared()
        #expect(clusters.send("PUT", "/_snapshot/r/s").json == ["accepted": true])
        #expect(state(clusters) == "IN_PROGRESS")
        let running = clusters.send("GET", "/_snapshot/_status").json["snapshots"]?[0]
        #expect(running?["state"] == "STARTED")
        #expect(running?["shards_stats"]?["started"] == 2)
        #expect(clusters.send("GET", "/_snapshot/r/_current").json["snapshots"]?.array?.count == 1)
        try await clusters.advance(milliseconds: 1000)
        #expect(state(clusters) == "SUCCESS")
        #expect(clusters.send("GET", "/_snapshot/_status").json == ["snapshots": []])
        let done = clusters.send("GET", "/_snapshot/r/s/_status").json["snapshots"]?[0]
        #expect(done?["shards_stats"]?["done"] == 2)
        #expect(done?["indices"]?["i"]?["shards"]?["1"]?["stage"] == "DONE")
    }

    @Test func whatIsWaitedForIsThere() {
        let clusters = prepared()
        let answer = clusters.send("PUT", "/_snapshot/r/s?wait_for_completion=true").json["snapshot"]
        #expect(answer?["state"] == "SUCCESS")
        #expect(answer?["shards"] == ["total": 2, "failed": 0, "successful": 2])
        #expect(state(clusters) == "SUCCESS")
    }

    @Test func aRunningOneHoldsWhatItNeeds() {
        let clusters = prepared()
        clusters.send("PUT", "/_snapshot/r/old?wait_for_completion=true")
        clusters.send("PUT", "/_snapshot/r/s")
        let refused: [(String, String, Int)] = [
            ("DELETE", "/i", 400), ("POST", "/i/_close", 400), ("PUT", "/_snapshot/r/t", 503),
            ("DELETE", "/_snapshot/r/old", 503), ("DELETE", "/_snapshot/r", 500),
        ]
        for (method, target, status) in refused {
            #expect(clusters.send(method, target).status == status, "\(method) \(target)")
        }
        #expect(clusters.send("DELETE", "/_snapshot/r/s").status == 200)
        #expect(clusters.names("r") == ["old"])
        #expect(clusters.send("DELETE", "/i").status == 200)
    }

    @Test(arguments: [
        ("a%20b", "must not contain whitespace"), ("A", "must be lowercase"), ("_a", "must not start with '_'"),
        ("a,b", "must not contain ','"), ("a%23b", "must not contain '#'"), ("a*", "must not contain the following"),
    ])
    func badNames(name: String, rule: String) {
        let answer = prepared().send("PUT", "/_snapshot/r/\(name)")
        #expect(answer.status == 400)
        #expect(answer.text.contains(rule))
    }

    @Test func namesMayHoldDates() {
        let clusters = prepared()
        clusters.send("PUT", "/_snapshot/r/%3Cs-%7Bnow%2Fd%7D%3E?wait_for_completion=true")
        #expect(clusters.names("r") == ["s-2026.11.21"])
    }

    @Test func indicesAreChosen() {
        let clusters = prepared()
        clusters.send("PUT", "/j")
        clusters.send("PUT", "/shut")
        clusters.send("POST", "/shut/_close")
        func indices(_ name: String, _ body: String) -> JSON? {
            clusters.send("PUT", "/_snapshot/r/\(name)?wait_for_completion=true", body).json["snapshot"]?["indices"]
        }
        #expect(indices("a", "{}") == ["i", "j"])
        #expect(indices("b", #"{"indices":"*,-j"}"#) == ["i"])
        #expect(indices("c", #"{"indices":["j","none"],"ignore_unavailable":true}"#) == ["j"])
        #expect(indices("d", #"{"indices":"none*"}"#) == [])
        #expect(clusters.send("PUT", "/_snapshot/r/e", #"{"indices":"shut"}"#).status == 403)
        #expect(clusters.send("PUT", "/_snapshot/r/e", #"{"indices":"none"}"#).status == 404)
        #expect(clusters.names("r") == ["a", "b", "c", "d"])
    }

    @Test func tablesOfThem() {
        let clusters = prepared()
        clusters.send("PUT", "/_snapshot/r/s?wait_for_completion=true")
        #expect(
            clusters.send("GET", "/_cat/snapshots/r?v&h=id,status,duration,indices,total_shards").text
                == "id status  duration indices total_shards\ns  SUCCESS     40ms       1            2\n")
        #expect(clusters.send("GET", "/_cat/repositories").text == "r fs\n")
        #expect(clusters.send("GET", "/_cat/snapshots").text.contains("repository is missing"))
        #expect(clusters.send("GET", "/_cat/snapshots?help").text.hasPrefix("id                | id,snapshot"))
        #expect(clusters.send("GET", "/_cat/snapshots/r?help").text.contains("unrecognized parameter: [repository]"))
    }

    @Test func unchangedFilesAreNotCopiedAgain() {
        let clusters = prepared()
        clusters.send("PUT", "/_snapshot/r/a?wait_for_completion=true")
        clusters.send("PUT", "/_snapshot/r/b?wait_for_completion=true")
        func count(_ name: String, _ kind: String) -> Int? {
            clusters.send("GET", "/_snapshot/r/\(name)/_status").json["snapshots"]?[0]?["stats"]?[kind]?["file_count"]?
                .int
        }
        #expect(count("a", "incremental") == count("a", "total"))
        #expect(count("b", "incremental") == 0)
        #expect(count("b", "total") == count("a", "total"))
    }
}
