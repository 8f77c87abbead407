import OrderedJSON
import SandboxWorld
import Testing

/// The rights that replication by a plugin needs: each that is missing is named.
struct PluginRightsTests {
    static let followerActions = [
        "indices:admin/close", "indices:admin/close[s]", "indices:admin/create", "indices:admin/mapping/put",
        "indices:admin/open", "indices:admin/opendistro/replication/index/start",
        "indices:admin/opendistro/replication/index/stop", "indices:data/read/opendistro/replication/file_metadata",
        "indices:data/write/index", "indices:data/write/opendistro/replication/changes",
        "indices:data/write/replication", "indices:monitor/stats", "cluster:monitor/state",
        "cluster:admin/snapshot/restore",
    ]
    static let leaderActions = [
        "indices:data/read/opendistro/replication/file_chunk", "indices:data/read/opendistro/replication/file_metadata",
        "indices:admin/opendistro/replication/resources/release", "indices:data/read/opendistro/replication/changes",
        "indices:admin/mappings/get", "indices:monitor/stats", "cluster:monitor/state",
    ]

    static func permit(_ actions: [String], on cluster: String, _ clusters: TwoClusters) {
        func list(_ texts: [String]) -> String { texts.map { "\"\($0)\"" }.joined(separator: ",") }
        let own = actions.filter { $0.hasPrefix("cluster:") }
        let others = actions.filter { !$0.hasPrefix("cluster:") }
        let role = """
            {"cluster_permissions":[\(list(own))],
             "index_permissions":[{"index_patterns":["*"],"allowed_actions":[\(list(others))]}]}
            """
        let api = "/_opendistro/_security/api"
        for (path, body) in [
            ("internalusers/testuser", #"{"password":"Harbor-Lantern-42"}"#), ("roles/r", role),
            ("rolesmapping/r", #"{"users":["testuser"]}"#),
        ] { SecurityTests.ask(clusters, "PUT", "\(api)/\(path)", body, to: cluster) }
    }

    /// Starts and stops the experimental plugin's replication as a user with some rights; the first refusal.
    static func refusal(follower: [String], leader: [String]) async throws -> String {
        let clusters = SecurityTests.secured("odfe-1.13")
        let seeds = #"{"persistent":{"cluster.remote.l.seeds":["127.0.0.1:19300"]}}"#
        SecurityTests.ask(clusters, "PUT", "/_cluster/settings", seeds)
        SecurityTests.ask(clusters, "PUT", "/a/_doc/1", "{}", to: "leader")
        permit(follower, on: "follower", clusters)
        permit(leader, on: "leader", clusters)
        let body = #"{"remote_cluster":"l","remote_index":"a"}"#
        let path = "/_opendistro/_replication/f"
        let start = SecurityTests.ask(clusters, "PUT", "\(path)/_start", body, as: "testuser:Harbor-Lantern-42")
        guard start.status == 200 else { return start.text }
        try await clusters.advance(milliseconds: 500)
        return SecurityTests.ask(clusters, "POST", "\(path)/_stop", "{}", as: "testuser:Harbor-Lantern-42").text
    }

    @Test func withAllRightsItStartsAndStops() async throws {
        let text = try await Self.refusal(follower: Self.followerActions, leader: Self.leaderActions)
        #expect(text == #"{"acknowledged":true}"#)
    }

    @Test(arguments: followerActions) func onTheFollower(action: String) async throws {
        // The leader's own are the same user's, so an action of both is asked of the leader first.
        let text = try await Self.refusal(
            follower: Self.followerActions.filter { $0 != action }, leader: Self.leaderActions)
        #expect(text.contains("no permissions for [\(action)] and User [name=testuser"), "\(text)")
    }

    @Test(arguments: leaderActions) func onTheLeader(action: String) async throws {
        let text = try await Self.refusal(
            follower: Self.followerActions, leader: Self.leaderActions.filter { $0 != action })
        #expect(text.contains("no permissions for [\(action)] and User [name=testuser"), "\(text)")
    }

    @Test(arguments: [
        (#"{}"#, "Follower roles are mandatory for replication"),
        (#"{"leader_cluster_role":"all_access"}"#, "Need roles for leader_cluster_role and follower_cluster_role"),
        (#"{"leader_cluster_role":"nosuch","follower_cluster_role":"all_access"}"#, "on roles [nosuch]"),
        (
            #"{"leader_cluster_role":"own_index","follower_cluster_role":"all_access"}"#,
            "no permissions for [indices:admin/plugins/replication/index/setup/validate]"
        ),
    ])
    func theRolesOfOpenSearch(roles: String, reason: String) async throws {
        let clusters = SecurityTests.secured("opensearch-2.19")
        let seeds = #"{"persistent":{"cluster.remote.l.seeds":["127.0.0.1:19300"]}}"#
        SecurityTests.ask(clusters, "PUT", "/_cluster/settings", seeds)
        SecurityTests.ask(clusters, "PUT", "/a/_doc/1", "{}", to: "leader")
        let body = #"{"leader_alias":"l","leader_index":"a","use_roles":\#(roles)}"#
        let answer = SecurityTests.ask(clusters, "PUT", "/_plugins/_replication/f/_start", body)
        #expect([400, 403].contains(answer.status) && answer.text.contains(reason), "\(answer.text)")
    }

    @Test func aRightThatIsLostPausesOpenSearchAndIsNamed() async throws {
        let clusters = SecurityTests.secured("opensearch-2.19")
        let seeds = #"{"persistent":{"cluster.remote.l.seeds":["127.0.0.1:19300"]}}"#
        SecurityTests.ask(clusters, "PUT", "/_cluster/settings", seeds)
        SecurityTests.ask(clusters, "PUT", "/a/_doc/1", "{}", to: "leader")
        let validate = "indices:admin/plugins/replication/index/setup/validate"
        let role = #"{"index_permissions":[{"index_patterns":["*"],"allowed_actions":["\#(validate)"]}]}"#
        SecurityTests.ask(clusters, "PUT", "/_plugins/_security/api/roles/r", role, to: "leader")
        SecurityTests.ask(
            clusters, "PUT", "/_plugins/_security/api/rolesmapping/r", #"{"users":["admin"]}"#, to: "leader")
        let roles = #"{"leader_cluster_role":"r","follower_cluster_role":"all_access"}"#
        let body = #"{"leader_alias":"l","leader_index":"a","use_roles":\#(roles)}"#
        #expect(SecurityTests.ask(clusters, "PUT", "/_plugins/_replication/f/_start", body).status == 200)
        SecurityTests.ask(clusters, "GET", "/")
        try await clusters.advance(milliseconds: 6000)
        let status = SecurityTests.ask(clusters, "GET", "/_plugins/_replication/f/_status").json
        #expect(status["status"] == "PAUSED")
        #expect(status["reason"]?.string?.contains("[indices:data/read/plugins/replication/changes]") == true)
    }
}
