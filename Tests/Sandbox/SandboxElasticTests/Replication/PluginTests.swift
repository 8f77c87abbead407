import OrderedJSON
import SandboxWorld
import Testing

/// The replication plugins of Open Distro and OpenSearch, and what they do without a word.
struct PluginTests {
    struct Flavor: Sendable, CustomTestStringConvertible {
        let profile: String
        let path: String
        let body: String

        var testDescription: String { profile }

        static let openDistro = Flavor(
            profile: "odfe-1.13", path: "/_opendistro/_replication", body: #"{"remote_cluster":"l","remote_index":"a"}"#
        )
        static let openSearch = Flavor(
            profile: "opensearch-2.19", path: "/_plugins/_replication",
            body: #"{"leader_alias":"l","leader_index":"a"}"#)
    }

    static func connected(_ flavor: Flavor) async throws -> TwoClusters {
        let clusters = TwoClusters(profiles: (flavor.profile, flavor.profile))
        let seeds = #"{"persistent":{"cluster.remote.l.seeds":["127.0.0.1:19300"]}}"#
        clusters.send("PUT", "/_cluster/settings", seeds, to: "follower")
        clusters.send("PUT", "/a", #"{"settings":{"number_of_replicas":0}}"#)
        clusters.send("PUT", "/a/_doc/1", #"{"v":1}"#)
        try await clusters.advance(milliseconds: 200)
        #expect(clusters.send("PUT", "\(flavor.path)/f/_start", flavor.body, to: "follower").status == 200)
        try await clusters.advance(milliseconds: 500)
        return clusters
    }

    @Test(arguments: [(Flavor.openDistro, 40, 1000), (Flavor.openSearch, 9000, 1200)])
    func documentsArriveAfterTheLag(flavor: Flavor, before: Int, lag: Int) async throws {
        let clusters = try await Self.connected(flavor)
        #expect(clusters.send("GET", "/f/_doc/1", to: "follower").status == 200)
        clusters.send("PUT", "/a/_doc/2", #"{"v":2}"#)
        try await clusters.advance(milliseconds: before)
        #expect(clusters.send("GET", "/f/_doc/2", to: "follower").status == 404)
        try await clusters.advance(milliseconds: lag)
        #expect(clusters.send("GET", "/f/_doc/2", to: "follower").status == 200)
    }

    @Test(arguments: [(Flavor.openDistro, 200), (Flavor.openSearch, 403)])
    func aFollowerIsBlocked(flavor: Flavor, mapping: Int) async throws {
        let clusters = try await Self.connected(flavor)
        let write = clusters.send("PUT", "/f/_doc/9", "{}", to: "follower")
        #expect(write.status == 403 && write.text.contains("FORBIDDEN/1000"))
        let field = #"{"properties":{"z":{"type":"keyword"}}}"#
        #expect(clusters.send("PUT", "/f/_mapping", field, to: "follower").status == mapping)
        #expect(clusters.send("POST", "\(flavor.path)/f/_stop", "{}", to: "follower").status == 200)
        #expect(clusters.send("PUT", "/f/_doc/9", "{}", to: "follower").status == 201)
        let again = clusters.send("PUT", "\(flavor.path)/f/_start", flavor.body, to: "follower")
        #expect(again.status == 400 && again.text.contains("Cant use same index again"))
    }

    @Test func aDeletedLeaderEndsOpenDistroInSilence() async throws {
        let clusters = try await Self.connected(.openDistro)
        clusters.send("DELETE", "/a")
        try await clusters.advance(milliseconds: 100)
        clusters.send("GET", "/f/_doc/1", to: "follower")
        try await clusters.advance(milliseconds: 5000)
        #expect(clusters.send("PUT", "/f/_doc/9", "{}", to: "follower").status == 201)
        let stop = clusters.send("POST", "/_opendistro/_replication/f/_stop", "{}", to: "follower")
        #expect(stop.text.contains("No replication in progress"))
    }

    @Test func aDeletedLeaderPausesOpenSearch() async throws {
        let clusters = try await Self.connected(.openSearch)
        func status() -> JSON { clusters.send("GET", "/_plugins/_replication/f/_status", to: "follower").json }
        #expect(status()["status"]?.string == "SYNCING")
        clusters.send("DELETE", "/a")
        #expect(status()["status"]?.string == "REPLICATION NOT IN PROGRESS")
        try await clusters.advance(milliseconds: 5300)
        #expect(status()["status"]?.string == "PAUSED")
        #expect(status()["reason"]?.string?.hasPrefix("AutoPaused") == true)
    }

    @Test func anAliasThatIsGoneLooksLikeNothing() async throws {
        let clusters = try await Self.connected(.openSearch)
        clusters.send(
            "PUT", "/_cluster/settings", #"{"persistent":{"cluster.remote.l.seeds":null}}"#, to: "follower")
        let status = clusters.send("GET", "/_plugins/_replication/f/_status", to: "follower").json
        #expect(status["status"]?.string == "REPLICATION NOT IN PROGRESS")
        #expect(clusters.send("POST", "/_plugins/_replication/f/_stop", "{}", to: "follower").status == 200)
    }

    @Test func patternsFollowWhatIsThereAndWhatComes() async throws {
        let clusters = try await Self.connected(.openSearch)
        clusters.send("PUT", "/logs-1", #"{"settings":{"number_of_replicas":0}}"#)
        let rule = #"{"leader_alias":"l","name":"r","pattern":"logs-*"}"#
        #expect(clusters.send("POST", "/_plugins/_replication/_autofollow", rule, to: "follower").status == 200)
        #expect(clusters.send("HEAD", "/logs-1", to: "follower").status == 200)
        #expect(clusters.send("POST", "/_plugins/_replication/_autofollow", rule, to: "follower").status == 500)
        clusters.send("PUT", "/logs-2", #"{"settings":{"number_of_replicas":0}}"#)
        try await clusters.advance(milliseconds: 1000)
        #expect(clusters.send("HEAD", "/logs-2", to: "follower").status == 404)
        try await clusters.advance(milliseconds: 30_000)
        #expect(clusters.send("HEAD", "/logs-2", to: "follower").status == 200)
    }

    @Test(arguments: [
        ("odfe-1.13", "_opendistro", #"{"remote_cluster":"l","remote_index":"data"}"#),
        ("opensearch-2.19", "_plugins", #"{"leader_alias":"l","leader_index":"data"}"#),
    ])
    func theNameOfAnAliasIsTaken(profile: String, path: String, body: String) {
        let clusters = TwoClusters(profiles: (profile, profile))
        let seeds = #"{"persistent":{"cluster.remote.l.seeds":["127.0.0.1:19300"]}}"#
        clusters.send("PUT", "/_cluster/settings", seeds, to: "follower")
        clusters.send("PUT", "/data/_doc/1", "{}")
        clusters.send("PUT", "/f1", #"{"aliases":{"copy":{}}}"#, to: "follower")
        let answer = clusters.send("PUT", "/\(path)/_replication/copy/_start", body, to: "follower")
        #expect(answer.status == 400 && answer.text.contains("already exists as alias"), "\(answer.text)")
        #expect(clusters.send("GET", "/_cat/indices/copy?h=index", to: "follower").text.contains("f1"))
    }
}
