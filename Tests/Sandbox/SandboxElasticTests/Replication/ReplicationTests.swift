import OrderedJSON
import SandboxWorld
import Testing

/// Followers take over what their leaders have, a little later, as long as packets get through.
struct ReplicationTests {
    /// Two clusters of which the follower knows the leader as `l`, and the leader has the index `data`.
    static func connected(_ profile: String = "7.10", index: String = "data") async throws -> TwoClusters {
        let clusters = TwoClusters(profiles: (profile, profile))
        clusters.send(
            "PUT", "/_cluster/settings", #"{"persistent":{"cluster.remote.l.seeds":["127.0.0.1:19300"]}}"#,
            to: "follower")
        clusters.send(
            "PUT", "/\(index)", #"{"settings":{"number_of_shards":2,"index.soft_deletes.enabled":true}}"#)
        try await clusters.advance(milliseconds: 100)
        return clusters
    }

    static func followed(_ profile: String = "7.10") async throws -> TwoClusters {
        let clusters = try await connected(profile)
        clusters.send("PUT", "/data/_doc/1", #"{"n":1}"#)
        let answer = clusters.send(
            "PUT", "/copy/_ccr/follow?wait_for_active_shards=1", #"{"remote_cluster":"l","leader_index":"data"}"#,
            to: "follower")
        #expect(answer.status == 200)
        #expect(answer.json["index_following_started"] == true)
        return clusters
    }

    static func count(_ clusters: TwoClusters) -> Int? {
        clusters.send("GET", "/copy/_count", to: "follower").json["count"]?.int
    }

    static func partition(_ clusters: TwoClusters, _ isCut: Bool) {
        clusters.world.catchUp()
        clusters.world.faults.set(isCut ? [Fault(.partition(from: "leader"))] : [], for: "follower")
    }

    @Test(arguments: ["6.7", "7.0", "7.10"])
    func operationsArriveWithALag(profile: String) async throws {
        let clusters = try await Self.followed(profile)
        try await clusters.advance(milliseconds: 1500)
        #expect(Self.count(clusters) == 1)
        clusters.send("PUT", "/data/_doc/2?refresh=true", #"{"n":2}"#)
        clusters.send("DELETE", "/data/_doc/1?refresh=true")
        #expect(clusters.send("GET", "/copy/_doc/2", to: "follower").status == 404)
        try await clusters.advance(milliseconds: 150)
        #expect(clusters.send("GET", "/copy/_doc/2", to: "follower").status == 200)
        #expect(clusters.send("GET", "/copy/_doc/1", to: "follower").status == 404)
        let document = clusters.send("GET", "/copy/_doc/2", to: "follower").json
        let leader = clusters.send("GET", "/data/_doc/2").json
        #expect(document["_seq_no"] == leader["_seq_no"])
        #expect(document["_version"] == leader["_version"])
        try await clusters.advance(milliseconds: 1000)
        #expect(Self.count(clusters) == 1)
    }

    @Test func whatWasThereIsFoundAsSoonAsItIsRestored() async throws {
        let clusters = try await Self.connected()
        clusters.send("PUT", "/data/_settings", #"{"index.refresh_interval":"60s"}"#)
        clusters.send("PUT", "/data/_doc/1", #"{"n":1}"#)
        try await clusters.advance(milliseconds: 200)
        clusters.send(
            "PUT", "/copy/_ccr/follow", #"{"remote_cluster":"l","leader_index":"data"}"#, to: "follower")
        try await clusters.advance(milliseconds: 500)
        #expect(Self.count(clusters) == 1)
    }

    @Test(arguments: ["6.7", "7.0", "7.10"]) func settingsAndAliasesFollow(profile: String) async throws {
        let clusters = try await Self.followed(profile)
        func shard() -> JSON? {
            clusters.send("GET", "/copy/_ccr/stats", to: "follower").json["indices"]?[0]?["shards"]?[0]
        }
        try await clusters.advance(milliseconds: 500)
        #expect(shard()?["follower_settings_version"] == 1)
        clusters.send("PUT", "/data/_settings", #"{"index.mapping.total_fields.limit":2000,"index.priority":7}"#)
        clusters.send("PUT", "/data/_alias/al")
        try await clusters.advance(milliseconds: 500)
        let settings = clusters.send("GET", "/copy/_settings?flat_settings", to: "follower").json
        #expect(settings["copy"]?["settings"]?["index.mapping.total_fields.limit"] == "2000")
        #expect(settings["copy"]?["settings"]?["index.priority"] == nil)
        #expect(shard()?["follower_settings_version"] == 2)
        let aliases = clusters.send("GET", "/copy/_alias", to: "follower").json["copy"]?["aliases"]
        #expect(aliases == (profile == "7.10" ? ["al": ["is_write_index": false]] : [:]))
        #expect(shard()?["follower_aliases_version"] == (profile == "7.10" ? 2 : nil))
        clusters.send("DELETE", "/data/_alias/al")
        try await clusters.advance(milliseconds: 500)
        #expect(clusters.send("GET", "/copy/_alias", to: "follower").json["copy"]?["aliases"] == [:])
    }

    @Test(arguments: ["6.7", "7.0", "7.10"]) func mappingAndAliasesOfAFollowerAreItsLeaders(profile: String)
        async throws
    {
        let clusters = try await Self.followed(profile)
        let path = profile == "6.7" ? "/copy/_mapping/_doc" : "/copy/_mapping"
        let mapping = clusters.send("PUT", path, #"{"properties":{"x":{"type":"keyword"}}}"#, to: "follower")
        #expect(mapping.status == 403)
        let sentence = "can't put mapping to the following indices [copy]; the mapping of the following indices are"
        #expect(mapping.text.contains(sentence))
        let body = #"{"actions":[{"add":{"index":"copy","alias":"a"}}]}"#
        let alias = clusters.send("POST", "/_aliases", body, to: "follower")
        #expect(alias.status == (profile == "7.10" ? 403 : 200))
        #expect(clusters.send("PUT", "/copy/_alias/b", to: "follower").status == alias.status)
        for name in ["nope", "a,nope", "data"] {
            let stats = clusters.send("GET", "/\(name)/_ccr/stats", to: "follower")
            #expect(stats.status == 404)
            #expect(stats.text.contains("No shard follow tasks for follower indices [\(name)]"))
        }
    }

    @Test func mappingsFollow() async throws {
        let clusters = try await Self.followed()
        clusters.send("PUT", "/data/_doc/2", #"{"word":"a"}"#)
        try await clusters.advance(milliseconds: 500)
        let mapping = clusters.send("GET", "/copy/_mapping", to: "follower").json
        #expect(mapping["copy"]?["mappings"] == clusters.send("GET", "/data/_mapping").json["data"]?["mappings"])
    }

    @Test(arguments: [
        ("PUT", "/copy/_doc/9", #"{"n":9}"#), ("DELETE", "/copy/_doc/1", nil),
        ("POST", "/copy/_update/1", #"{"doc":{"n":2}}"#),
    ])
    func clientsCannotWriteToAFollower(method: String, path: String, body: String?) async throws {
        let clusters = try await Self.followed()
        try await clusters.advance(milliseconds: 500)
        let answer = clusters.send(method, path, body, to: "follower")
        #expect(answer.status == 403)
        #expect(answer.json["error"]?["type"] == "status_exception")
        #expect(
            answer.text.contains("a following engine does not accept operations without an assigned sequence number"))
    }

    @Test func aPartitionStallsAndItsEndCatchesUp() async throws {
        let clusters = try await Self.followed()
        try await clusters.advance(milliseconds: 2000)
        Self.partition(clusters, true)
        clusters.send("PUT", "/data/_doc/2", #"{"n":2}"#)
        try await clusters.advance(milliseconds: 60_000)
        #expect(Self.count(clusters) == 1)
        let shards = clusters.send("GET", "/copy/_ccr/stats", to: "follower").json["indices"]?.array?.first?["shards"]
        let failed = try #require(shards?.array?.first)
        #expect(failed["read_exceptions"]?.array?.count == 1)
        #expect(failed["failed_read_requests"]?.int.map { $0 > 10 } == true)
        #expect(clusters.send("GET", "/_remote/info", to: "follower").json["l"]?["connected"] == false)
        Self.partition(clusters, false)
        try await clusters.advance(milliseconds: 2000)
        #expect(clusters.send("GET", "/copy/_doc/2", to: "follower").status == 200)
        try await clusters.advance(milliseconds: 2000)
        #expect(Self.count(clusters) == 2)
        let stats = clusters.send("GET", "/copy/_ccr/stats", to: "follower")
        #expect(!stats.text.contains("connect"))
    }

    @Test func whatALeaderHadBeforeItWasDeletedArrived() async throws {
        let clusters = try await Self.followed()
        clusters.send("PUT", "/data/_doc/2", #"{"n":2}"#)
        try await clusters.advance(milliseconds: 3000)
        clusters.send("DELETE", "/data")
        try await clusters.advance(milliseconds: 3000)
        #expect(Self.count(clusters) == 2)
        let stats = clusters.send("GET", "/copy/_ccr/stats", to: "follower").text
        #expect(stats.contains(#""fatal_exception":{"type":"index_not_found_exception""#))
    }

    @Test func aClosedLeaderStallsUntilItOpens() async throws {
        let clusters = try await Self.followed()
        try await clusters.advance(milliseconds: 1500)
        clusters.send("POST", "/data/_close")
        try await clusters.advance(milliseconds: 1500)
        #expect(clusters.send("GET", "/copy/_ccr/stats", to: "follower").text.contains("index_closed_exception"))
        clusters.send("POST", "/data/_open")
        clusters.send("PUT", "/data/_doc/2", #"{"n":2}"#)
        try await clusters.advance(milliseconds: 1500)
        #expect(clusters.send("GET", "/copy/_doc/2", to: "follower").status == 200)
    }

    @Test func pauseCloseUnfollowAndOpenMakeAnOrdinaryIndex() async throws {
        let clusters = try await Self.followed()
        try await clusters.advance(milliseconds: 1500)
        let follower = { (method: String, path: String) in clusters.send(method, path, to: "follower") }
        #expect(follower("POST", "/copy/_ccr/unfollow").text.contains("because it has not been closed"))
        #expect(follower("POST", "/copy/_ccr/pause_follow").json == ["acknowledged": true])
        #expect(follower("POST", "/copy/_ccr/pause_follow").text.contains("no shard follow tasks for [copy]"))
        #expect(follower("GET", "/copy/_ccr/info").json["follower_indices"]?.array?.first?["status"] == "paused")
        #expect(follower("GET", "/copy/_ccr/stats").status == 404)
        #expect(follower("POST", "/copy/_close").status == 200)
        #expect(follower("POST", "/copy/_ccr/resume_follow").text.contains("leader and follow index must be open"))
        #expect(follower("POST", "/copy/_ccr/unfollow").json == ["acknowledged": true])
        #expect(follower("POST", "/copy/_open").status == 200)
        #expect(clusters.send("PUT", "/copy/_doc/9", #"{"n":9}"#, to: "follower").status == 201)
        #expect(follower("POST", "/copy/_ccr/pause_follow").text.contains("index [copy] is not a follower index"))
        let resumed = follower("POST", "/copy/_ccr/resume_follow")
        #expect(resumed.text.contains("follow index [copy] does not have ccr metadata"))
    }

    @Test func whatIsPausedGoesOn() async throws {
        let clusters = try await Self.followed()
        clusters.send("POST", "/copy/_ccr/pause_follow", to: "follower")
        clusters.send("PUT", "/data/_doc/2", #"{"n":2}"#)
        try await clusters.advance(milliseconds: 5000)
        #expect(clusters.send("GET", "/copy/_doc/2", to: "follower").status == 404)
        #expect(clusters.send("POST", "/copy/_ccr/resume_follow", to: "follower").status == 200)
        try await clusters.advance(milliseconds: 200)
        #expect(clusters.send("GET", "/copy/_doc/2", to: "follower").status == 200)
    }

    @Test func withoutWaitingOnlyTheIndexIsCreated() async throws {
        let clusters = try await Self.connected()
        let answer = clusters.send(
            "PUT", "/copy/_ccr/follow", #"{"remote_cluster":"l","leader_index":"data"}"#, to: "follower")
        #expect(
            answer.json == [
                "follow_index_created": true, "follow_index_shards_acked": false, "index_following_started": false,
            ])
        clusters.send("PUT", "/data/_doc/1", #"{"n":1}"#)
        try await clusters.advance(milliseconds: 2000)
        #expect(clusters.send("GET", "/copy/_doc/1", to: "follower").status == 200)
    }

    @Test func aChainReachesItsEndWhoeverIsAsked() async throws {
        let clusters = try await Self.followed()
        clusters.send(
            "PUT", "/_cluster/settings", #"{"persistent":{"cluster.remote.f.seeds":["127.0.0.1:19301"]}}"#)
        try await clusters.advance(milliseconds: 100)
        let answer = clusters.send(
            "PUT", "/again/_ccr/follow?wait_for_active_shards=1", #"{"remote_cluster":"f","leader_index":"copy"}"#)
        #expect(answer.status == 200)
        clusters.send("PUT", "/data/_doc/2", #"{"n":2}"#)
        try await clusters.advance(milliseconds: 150)
        #expect(clusters.send("GET", "/again/_doc/2").status == 404)
        try await clusters.advance(milliseconds: 100)
        #expect(clusters.send("GET", "/again/_doc/2").status == 200)
    }
}
