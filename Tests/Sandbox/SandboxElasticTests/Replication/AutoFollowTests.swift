import OrderedJSON
import SandboxWorld
import Testing

/// Patterns follow indices that are new, and only these.
struct AutoFollowTests {
    static let pattern =
        #"{"remote_cluster":"l","leader_index_patterns":["da*"],"follow_index_pattern":"{{leader_index}}-copy"}"#

    static func prepared() async throws -> TwoClusters {
        let clusters = try await ReplicationTests.connected()
        #expect(clusters.send("PUT", "/_ccr/auto_follow/p", pattern, to: "follower").status == 200)
        return clusters
    }

    static func exists(_ index: String, _ clusters: TwoClusters) -> Bool {
        clusters.send("HEAD", "/\(index)", to: "follower").status == 200
    }

    @Test func onlyNewIndicesAreFollowed() async throws {
        let clusters = try await Self.prepared()
        clusters.send("PUT", "/data2/_doc/1", #"{"n":1}"#)
        clusters.send("PUT", "/other")
        try await clusters.advance(milliseconds: 3000)
        #expect(!Self.exists("data-copy", clusters))
        #expect(!Self.exists("other-copy", clusters))
        #expect(Self.exists("data2-copy", clusters))
        #expect(clusters.send("GET", "/data2-copy/_doc/1", to: "follower").status == 200)
        let stats = clusters.send("GET", "/_ccr/stats", to: "follower").json
        #expect(stats["auto_follow_stats"]?["number_of_successful_follow_indices"] == 1)
        #expect(stats["follow_stats"]?["indices"]?.array?.count == 1)
    }

    @Test func aPausedPatternFollowsNothingUntilItGoesOn() async throws {
        let clusters = try await Self.prepared()
        clusters.send("POST", "/_ccr/auto_follow/p/pause", to: "follower")
        #expect(
            clusters.send("GET", "/_ccr/auto_follow/p", to: "follower").json["patterns"]?.array?.first?["pattern"]?[
                "active"] == false)
        clusters.send("PUT", "/data2")
        try await clusters.advance(milliseconds: 1000)
        #expect(!Self.exists("data2-copy", clusters))
        clusters.send("POST", "/_ccr/auto_follow/p/resume", to: "follower")
        try await clusters.advance(milliseconds: 1000)
        #expect(Self.exists("data2-copy", clusters))
    }

    @Test func deletingAPatternStopsNoFollower() async throws {
        let clusters = try await Self.prepared()
        clusters.send("PUT", "/data2")
        try await clusters.advance(milliseconds: 1000)
        clusters.send("DELETE", "/_ccr/auto_follow/p", to: "follower")
        clusters.send("PUT", "/data2/_doc/1", #"{"n":1}"#)
        clusters.send("PUT", "/data3")
        try await clusters.advance(milliseconds: 1000)
        #expect(clusters.send("GET", "/data2-copy/_doc/1", to: "follower").status == 200)
        #expect(!Self.exists("data3-copy", clusters))
    }

    @Test func whatCannotBeFollowedIsToldInTheStatistics() async throws {
        let clusters = try await Self.prepared()
        clusters.send("PUT", "/dahard", #"{"settings":{"index.soft_deletes.enabled":false}}"#)
        try await clusters.advance(milliseconds: 1000)
        let stats = clusters.send("GET", "/_ccr/stats", to: "follower").json["auto_follow_stats"]
        let errors = stats?["recent_auto_follow_errors"]?.array ?? []
        #expect(errors.count == 1)
        #expect(errors.first?["leader_index"] == "p:dahard")
        #expect(errors.first?.text().contains("because soft deletes are not enabled") == true)
    }

    @Test(arguments: [
        (#"{"leader_index_patterns":["a"]}"#, "[remote_cluster] is missing"),
        (#"{"remote_cluster":"l"}"#, "[leader_index_patterns] is missing"),
        (#"{"remote_cluster":"nope","leader_index_patterns":["a"]}"#, "no such remote cluster: [nope]"),
        (#"{"remote_cluster":"l","leader_index_patterns":["a"],"x":1}"#, "unknown field [x]"),
    ])
    func aPatternIsChecked(body: String, sentence: String) async throws {
        let clusters = try await ReplicationTests.connected()
        #expect(clusters.send("PUT", "/_ccr/auto_follow/p", body, to: "follower").text.contains(sentence))
    }
}
