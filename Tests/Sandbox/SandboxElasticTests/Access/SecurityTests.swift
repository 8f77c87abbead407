import OrderedJSON
import SandboxWorld
import Testing

/// Clusters that ask for a user: who gets in, what the security API keeps, and which rights requests need.
struct SecurityTests {
    static let profiles = ["odfe-1.13", "opensearch-2.19"]

    static func api(_ profile: String) -> String {
        profile == "odfe-1.13" ? "/_opendistro/_security/api" : "/_plugins/_security/api"
    }

    static func secured(_ profile: String) -> TwoClusters {
        TwoClusters(profiles: (profile, profile), password: "unused")
    }

    /// Sends a request as a user.
    @discardableResult
    static func ask(
        _ clusters: TwoClusters, _ method: String, _ target: String, _ body: String? = nil,
        as user: String = "admin:admin", to cluster: String = "follower"
    ) -> SandboxResponse {
        clusters.send(
            method, target, body, headers: [("Authorization", TestCredentials.basic(user))], to: cluster)
    }

    @Test(arguments: profiles + ["7.10", "8.x"], [nil, "Basic !!!", "Bearer abc", TestCredentials.basic("admin:no")])
    func whoIsNotKnownIsAskedWhoItIs(profile: String, header: String?) {
        let clusters = Self.secured(profile)
        let answer = clusters.send("GET", "/", headers: header.map { [("Authorization", $0)] } ?? [])
        #expect(answer.status == 401)
        #expect(answer.headers("www-authenticate").first?.hasPrefix("Basic realm=") == true)
        #expect(clusters.send("GET", "/_nope", headers: []).status == 401)
    }

    @Test(arguments: [("odfe-1.13", "admin:admin"), ("opensearch-2.19", "sandbox:unused"), ("8.x", "elastic:changeme")])
    func whoIsKnownGetsIn(profile: String, user: String) {
        #expect(Self.ask(Self.secured(profile), "GET", "/", as: user).status == 200)
    }

    @Test(
        arguments: profiles,
        [
            ("internalusers", #"{"password":"Harbor-Lantern-42","backend_roles":["b"]}"#),
            ("roles", #"{"cluster_permissions":["cluster_monitor"]}"#), ("rolesmapping", #"{"users":["x"]}"#),
            ("actiongroups", #"{"allowed_actions":["indices:data/read/*"]}"#), ("tenants", #"{"description":"d"}"#),
        ])
    func whatIsKept(profile: String, kind: (name: String, body: String)) {
        let clusters = Self.secured(profile)
        let path = "\(Self.api(profile))/\(kind.name)/thing"
        #expect(Self.ask(clusters, "GET", path).status == 404)
        let made = Self.ask(clusters, "PUT", path, kind.body)
        #expect(made.status == 201 && made.json == ["status": "CREATED", "message": "'thing' created."])
        #expect(Self.ask(clusters, "PUT", path, kind.body).json["status"] == "OK")
        #expect(Self.ask(clusters, "GET", path).json["thing"]?["reserved"] == false)
        #expect(!Self.ask(clusters, "GET", path).text.contains("Harbor"))
        #expect(Self.ask(clusters, "PUT", path, #"{"bogus":1}"#).status == 400)
        let change = #"[{"op":"add","path":"/description","value":"new"}]"#
        if kind.name != "internalusers" { #expect(Self.ask(clusters, "PATCH", path, change).status == 200) }
        #expect(Self.ask(clusters, "DELETE", path).status == 200)
        #expect(Self.ask(clusters, "DELETE", path).status == 404)
    }

    @Test(arguments: [
        ("GET", "/api/roles", nil), ("PUT", "/api/roles/r", "{}"), ("DELETE", "/api/internalusers/admin", nil),
    ])
    func onlyAdministratorsUseTheAPI(method: String, path: String, body: String?) {
        let clusters = Self.secured("opensearch-2.19")
        let user = #"{"password":"Harbor-Lantern-42"}"#
        Self.ask(clusters, "PUT", "/_plugins/_security/api/internalusers/plain", user)
        let answer = Self.ask(clusters, method, "/_plugins/_security\(path)", body, as: "plain:Harbor-Lantern-42")
        #expect(answer.status == 403 && answer.json["status"] == "FORBIDDEN")
        #expect(Self.ask(clusters, "DELETE", "/_plugins/_security/api/internalusers/admin").status == 403)
    }

    @Test(arguments: [
        ("short", true), ("PlainPlain1", true), ("aaaaaaaaaaaa", true), ("lowercase", true),
        ("Harbor-Lantern-42", false),
    ])
    func weakPasswordsAreRefused(password: String, isWeak: Bool) {
        let clusters = Self.secured("opensearch-2.19")
        let body = #"{"password":"\#(password)"}"#
        let status = Self.ask(clusters, "PUT", "/_plugins/_security/api/internalusers/plain", body).status
        #expect(status == (isWeak ? 400 : 201))
    }

    @Test(arguments: [
        ("GET", "/", "cluster:monitor/main"), ("GET", "/_cluster/settings", "cluster:monitor/state"),
        ("GET", "/i/_search", "indices:data/read/search"), ("PUT", "/new", "indices:admin/create"),
        ("PUT", "/i/_doc/1", "indices:data/write/index"), ("DELETE", "/i", "indices:admin/delete"),
        ("GET", "/_snapshot", "cluster:admin/repository/get"), ("POST", "/i/_close", "indices:admin/close"),
        ("GET", "/_plugins/_replication/i/_status", "indices:admin/plugins/replication/index/status_check"),
        ("POST", "/_plugins/_replication/i/_pause", "indices:admin/plugins/replication/index/pause"),
    ])
    func aMissingRightIsNamed(method: String, path: String, action: String) {
        let clusters = Self.secured("opensearch-2.19")
        Self.ask(clusters, "PUT", "/i")
        let user = #"{"password":"Harbor-Lantern-42"}"#
        Self.ask(clusters, "PUT", "/_plugins/_security/api/internalusers/plain", user)
        let body = ["GET", "DELETE"].contains(method) ? nil : "{}"
        let refused = Self.ask(clusters, method, path, body, as: "plain:Harbor-Lantern-42")
        #expect(refused.status == 403 && refused.json["error"]?["type"] == "security_exception")
        #expect(refused.text.contains("no permissions for [\(action)] and User [name=plain, backend_roles=[], "))
        let isCluster = action.hasPrefix("cluster:")
        let role =
            isCluster
            ? #"{"cluster_permissions":["\#(action)"]}"#
            : #"{"index_permissions":[{"index_patterns":["*"],"allowed_actions":["\#(action)"]}]}"#
        Self.ask(clusters, "PUT", "/_plugins/_security/api/roles/r", role)
        Self.ask(clusters, "PUT", "/_plugins/_security/api/rolesmapping/r", #"{"users":["plain"]}"#)
        #expect(Self.ask(clusters, method, path, body, as: "plain:Harbor-Lantern-42").status != 403)
    }

    @Test func theIndexOfTheRightsIsLeftAlone() {
        let clusters = Self.secured("opensearch-2.19")
        #expect(Self.ask(clusters, "GET", "/_cat/indices").text.contains(".opendistro_security"))
        for path in ["/.opendistro_security", "/*"] {
            let answer = Self.ask(clusters, "DELETE", path)
            #expect(answer.status == 403 && answer.text.contains("no permissions for [] and User [name=admin"))
        }
    }

    @Test(arguments: ["7.10", "8.x"])
    func anAPIKeyStandsForItsOwner(profile: String) async throws {
        let clusters = Self.secured(profile)
        let made = Self.ask(
            clusters, "POST", "/_security/api_key", #"{"name":"k","expiration":"1m"}"#, as: "elastic:changeme")
        let id = try #require(made.json["id"]?.string)
        let key = try #require(made.json["api_key"]?.string)
        let own = TestCredentials.basic("\(id):\(key)").replacing("Basic ", with: "")
        #expect(made.json["encoded"]?.string == (profile == "8.x" ? own : nil))
        func asked() -> SandboxResponse {
            clusters.send(
                "GET", "/_security/_authenticate", headers: [("Authorization", "ApiKey \(own)")], to: "follower")
        }
        #expect(asked().json["authentication_type"] == "api_key")
        try await clusters.advance(milliseconds: 61_000)
        #expect(asked().status == 401)
    }
}
