import OrderedJSON
import SandboxWorld
import Testing

/// What requests about followers are refused with.
struct FollowErrorTests {
    @Test(arguments: [
        (#"{"remote_cluster":"nope","leader_index":"data"}"#, 404, "no such remote cluster: [nope]"),
        (#"{"remote_cluster":"l","leader_index":"nope"}"#, 404, "no such index [nope]"),
        (#"{"remote_cluster":"l"}"#, 400, "Validation Failed: 1: leader_index is missing;"),
        ("{}", 400, "Validation Failed: 1: remote_cluster is missing;2: leader_index is missing;"),
        (#"{"remote_cluster":"l","leader_index":"data","bogus":1}"#, 400, "unknown field [bogus]"),
        (
            #"{"remote_cluster":"l","leader_index":"hard"}"#, 400,
            "leader index [hard] does not have soft deletes enabled"
        ),
        (
            #"{"remote_cluster":"l","leader_index":"data","settings":{"index.number_of_shards":9}}"#, 400,
            #"can not put follower index that could override leader settings {\"index.number_of_shards\":\"9\"}"#
        ),
        (
            #"{"remote_cluster":"l","leader_index":"data","max_outstanding_read_requests":0}"#, 400,
            "max_outstanding_read_requests must be larger than 0"
        ),
        (
            #"{"remote_cluster":"l","leader_index":"data","max_retry_delay":"6m"}"#, 400,
            "[max_retry_delay] must be less than [5m] but was [6m]"
        ),
    ])
    func followIsRefused(body: String, status: Int, sentence: String) async throws {
        let clusters = try await ReplicationTests.connected()
        clusters.send("PUT", "/hard", #"{"settings":{"index.soft_deletes.enabled":false}}"#)
        let answer = clusters.send("PUT", "/copy/_ccr/follow", body, to: "follower")
        #expect(answer.status == status)
        #expect(answer.text.contains(sentence), "\(answer.text)")
        #expect(clusters.send("HEAD", "/copy", to: "follower").status == 404)
    }

    @Test func anIndexThatIsThereIsNotOverwritten() async throws {
        let clusters = try await ReplicationTests.followed()
        let answer = clusters.send(
            "PUT", "/copy/_ccr/follow", #"{"remote_cluster":"l","leader_index":"data"}"#, to: "follower")
        #expect(answer.status == 500)
        #expect(answer.json["error"]?["type"] == "snapshot_restore_exception")
        #expect(answer.text.contains("[_ccr_l:_latest_/_latest_] cannot restore index [copy] because an open index"))
    }

    @Test func aLeaderThatCannotBeReachedIsAnError() async throws {
        let clusters = try await ReplicationTests.connected()
        ReplicationTests.partition(clusters, true)
        let answer = clusters.send(
            "PUT", "/copy/_ccr/follow", #"{"remote_cluster":"l","leader_index":"data"}"#, to: "follower")
        #expect(answer.status == 500)
        #expect(answer.json["error"]?["type"] == "connect_transport_exception")
    }

    @Test(arguments: [
        ("POST", "/nope/_ccr/pause_follow"), ("POST", "/nope/_ccr/resume_follow"), ("POST", "/nope/_ccr/unfollow"),
        ("GET", "/nope/_ccr/info"), ("GET", "/nope/_ccr/stats"), ("GET", "/_ccr/auto_follow/nope"),
        ("DELETE", "/_ccr/auto_follow/nope"), ("POST", "/_ccr/auto_follow/nope/pause"),
    ])
    func whatIsNotThereIsMissing(method: String, path: String) async throws {
        let clusters = try await ReplicationTests.connected()
        #expect(clusters.send(method, path, to: "follower").status == 404)
    }

    @Test func theFollowingSettingIsNotForUsers() async throws {
        let clusters = try await ReplicationTests.followed()
        let answer = clusters.send(
            "PUT", "/copy/_settings", #"{"index.xpack.ccr.following_index":false}"#, to: "follower")
        #expect(answer.status == 400)
        #expect(answer.text.contains("can not update internal setting [index.xpack.ccr.following_index]"))
    }
}
