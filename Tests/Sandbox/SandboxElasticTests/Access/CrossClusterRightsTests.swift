import OrderedJSON
import SandboxWorld
import Testing

/// A search in another cluster: this one decides who asks, and the other one what the user may read.
struct CrossClusterRightsTests {
    private static let user = "booksuser:Harbor-Lantern-42"
    private static let actions = ["indices:admin/shards/search_shards", "indices:data/read/search"]

    private static func clusters(_ profile: String) -> TwoClusters {
        let clusters = SecurityTests.secured(profile)
        let seeds = #"{"persistent":{"cluster.remote.one.seeds":["127.0.0.1:19300"]}}"#
        SecurityTests.ask(clusters, "PUT", "/_cluster/settings", seeds)
        for name in ["books", "other"] {
            SecurityTests.ask(clusters, "PUT", "/\(name)/_doc/1?refresh", "{}", to: "leader")
        }
        SecurityTests.ask(clusters, "PUT", "/mine/_doc/1?refresh", "{}")
        for cluster in ["leader", "follower"] {
            let body = #"{"password":"Harbor-Lantern-42"}"#
            let path = "\(SecurityTests.api(profile))/internalusers/booksuser"
            SecurityTests.ask(clusters, "PUT", path, body, to: cluster)
        }
        return clusters
    }

    private static func permit(_ actions: [String], on cluster: String, _ clusters: TwoClusters, _ profile: String) {
        let list = actions.map { "\"\($0)\"" }.joined(separator: ",")
        let role = #"{"index_permissions":[{"index_patterns":["books","mine"],"allowed_actions":[\#(list)]}]}"#
        let api = SecurityTests.api(profile)
        SecurityTests.ask(clusters, "PUT", "\(api)/roles/r", role, to: cluster)
        SecurityTests.ask(clusters, "PUT", "\(api)/rolesmapping/r", #"{"users":["booksuser"]}"#, to: cluster)
    }

    @Test(arguments: SecurityTests.profiles, ["/one:books/_search", "/one:books/_count"])
    func theOtherClusterDecides(profile: String, path: String) {
        let clusters = Self.clusters(profile)
        let refused = SecurityTests.ask(clusters, "GET", path, as: Self.user)
        #expect(refused.status == 403)
        let sentence = "no permissions for [\(Self.actions.joined(separator: ", "))] and User [name=booksuser"
        #expect(refused.text.contains(sentence))
        // A right on this cluster is of no use there.
        Self.permit(Self.actions, on: "follower", clusters, profile)
        #expect(SecurityTests.ask(clusters, "GET", path, as: Self.user).status == 403)
        Self.permit([Self.actions[1]], on: "leader", clusters, profile)
        let half = SecurityTests.ask(clusters, "GET", path, as: Self.user)
        #expect(half.status == 403 && half.text.contains("no permissions for [indices:admin/shards/search_shards] and"))
        Self.permit(Self.actions, on: "leader", clusters, profile)
        #expect(SecurityTests.ask(clusters, "GET", path, as: Self.user).status == 200)
        let other = path.replacing("books", with: "other")
        #expect(SecurityTests.ask(clusters, "GET", other, as: Self.user).status == 403)
    }

    @Test(arguments: SecurityTests.profiles) func namesOfThisClusterAreItsOwn(profile: String) {
        let clusters = Self.clusters(profile)
        Self.permit(Self.actions, on: "leader", clusters, profile)
        #expect(SecurityTests.ask(clusters, "GET", "/one:books,mine/_search", as: Self.user).status == 403)
        Self.permit(Self.actions, on: "follower", clusters, profile)
        #expect(SecurityTests.ask(clusters, "GET", "/one:books,mine/_search", as: Self.user).status == 200)
        // Other requests that go to several clusters are judged in the same way.
        for (path, action) in [("/one:books/_field_caps?fields=*", "indices:data/read/field_caps")] {
            let answer = SecurityTests.ask(clusters, "GET", path, as: Self.user)
            #expect(answer.status == 403 && answer.text.contains(action))
            Self.permit(Self.actions + [action], on: "leader", clusters, profile)
            #expect(SecurityTests.ask(clusters, "GET", path, as: Self.user).status == 200)
        }
        // An alias that no remote cluster has is a name of this cluster.
        #expect(SecurityTests.ask(clusters, "GET", "/two:books/_search", as: Self.user).status == 403)
    }

    @Test(arguments: SecurityTests.profiles) func aSearchAmongSeveralIsRefusedAlone(profile: String) {
        let clusters = Self.clusters(profile)
        let role = #"{"cluster_permissions":["indices:data/read/msearch"]}"#
        let api = SecurityTests.api(profile)
        SecurityTests.ask(clusters, "PUT", "\(api)/roles/m", role)
        SecurityTests.ask(clusters, "PUT", "\(api)/rolesmapping/m", #"{"users":["booksuser"]}"#)
        let body = "{\"index\":\"one:books\"}\n{}\n"
        let answer = SecurityTests.ask(clusters, "POST", "/_msearch", body, as: Self.user)
        #expect(answer.status == 200)
        #expect(answer.json["responses"]?[0]?["status"] == 403)
    }
}
