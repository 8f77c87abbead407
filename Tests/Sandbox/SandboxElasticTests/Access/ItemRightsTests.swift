import OrderedJSON
import SandboxWorld
import Testing

/// Requests that are about several documents or indices: the plugin judges each of them, and not only the whole.
struct ItemRightsTests {
    private static let user = "part:Harbor-Lantern-42"
    /// What users with no rights on indices have.
    private static let whole = ["cluster_composite_ops", "cluster:monitor/main"]

    /// A user who may do some actions on indices named `x*`.
    private static func clusters(_ profile: String, _ actions: [String]) -> TwoClusters {
        let clusters = SecurityTests.secured(profile)
        for name in ["x", "y"] {
            SecurityTests.ask(clusters, "PUT", "/\(name)/_doc/1?refresh", #"{"a":1}"#)
        }
        let api = SecurityTests.api(profile)
        let password = #"{"password":"Harbor-Lantern-42"}"#
        SecurityTests.ask(clusters, "PUT", "\(api)/internalusers/part", password)
        func list(_ names: [String]) -> String { names.map { "\"\($0)\"" }.joined(separator: ",") }
        let role =
            #"{"cluster_permissions":[\#(list(whole))],"index_permissions":[{"index_patterns":["x*"],"#
            + #""allowed_actions":[\#(list(actions))]}]}"#
        SecurityTests.ask(clusters, "PUT", "\(api)/roles/r", role)
        SecurityTests.ask(clusters, "PUT", "\(api)/rolesmapping/r", #"{"users":["part"]}"#)
        return clusters
    }

    private static func ask(
        _ clusters: TwoClusters, _ method: String, _ path: String, _ body: String
    ) -> SandboxResponse {
        SecurityTests.ask(clusters, method, path, body, as: user)
    }

    private static func statuses(_ answer: SandboxResponse) -> [Int?] {
        (answer.json["items"]?.array ?? []).map { $0.object?.first?.value["status"]?.int }
    }

    @Test(arguments: SecurityTests.profiles) func eachItemOfABulkRequestIsJudged(profile: String) {
        let lines = #"""
            {"index":{"_index":"x","_id":"2"}}
            {"a":1}
            {"index":{"_index":"y","_id":"2"}}
            {"a":1}
            {"delete":{"_index":"y","_id":"1"}}
            {"create":{"_index":"x2","_id":"1"}}
            {"a":1}
            {"create":{"_index":"z","_id":"1"}}
            {"a":1}
            {"index":{"_index":".opendistro_security","_id":"1"}}
            {"a":1}

            """#
        let clusters = Self.clusters(profile, ["write", "create_index"])
        let answer = Self.ask(clusters, "POST", "/_bulk", lines)
        #expect(answer.status == 200 && answer.json["errors"] == true)
        #expect(Self.statuses(answer) == [201, 403, 403, 201, 403, 403])
        #expect(answer.text.contains("no permissions for [indices:admin/create] and User [name=part"))
        // Both items are of one shard, so the user needs the rights of both.
        let reason = answer.json["items"]?[1]?["index"]?["error"]?["reason"]?.string ?? ""
        for action in ["bulk[s]", "index", "delete"] { #expect(reason.contains("indices:data/write/\(action)")) }
        #expect(SecurityTests.ask(clusters, "GET", "/y/_doc/1").status == 200)
        #expect(SecurityTests.ask(clusters, "HEAD", "/z").status == 404)
    }

    @Test(arguments: SecurityTests.profiles) func whoMayNothingWritesNothing(profile: String) {
        let clusters = Self.clusters(profile, [])
        let lines = "{\"index\":{\"_index\":\"x\",\"_id\":\"2\"}}\n{}\n"
        #expect(Self.statuses(Self.ask(clusters, "POST", "/_bulk", lines)) == [403])
        #expect(Self.ask(clusters, "POST", "/x/_bulk", lines).json["errors"] == true)
        #expect(SecurityTests.ask(clusters, "GET", "/x/_doc/2").status == 404)
    }

    @Test(arguments: SecurityTests.profiles) func eachSearchAndDocumentIsJudged(profile: String) {
        let clusters = Self.clusters(profile, ["read"])
        let lines = "{\"index\":\"x\"}\n{}\n{\"index\":\"y\"}\n{}\n{\"index\":\"x,y\"}\n{}\n{}\n{}\n"
        let found = Self.ask(clusters, "POST", "/_msearch", lines)
        #expect(found.status == 200)
        #expect((found.json["responses"]?.array ?? []).map { $0["status"]?.int } == [200, 403, 403, 403])
        let documents = #"{"docs":[{"_index":"x","_id":"1"},{"_index":"y","_id":"1"}]}"#
        let got = Self.ask(clusters, "POST", "/_mget", documents)
        #expect(got.status == 200 && got.json["docs"]?[0]?["found"] == true)
        let refusal = got.json["docs"]?[1]?["error"]?["reason"]?.string
        #expect(refusal?.hasPrefix("no permissions for [indices:data/read/mget[shard]] and User") == true)
        #expect(got.json["docs"]?[1]?["_source"] == nil)
        let vectors = Self.ask(clusters, "POST", "/_mtermvectors", documents)
        #expect(vectors.json["docs"]?[0]?["found"] == true && vectors.text.contains("indices:data/read/mtv[shard]"))
    }

    @Test(
        arguments: SecurityTests.profiles,
        [
            (["read", "write", "create_index"], "x", "x2", 200, ""),
            (["read", "write"], "x", "x2", 403, "[indices:admin/create]"),
            (["write", "create_index"], "x", "x2", 403, "[indices:data/read/search]"),
            (["read", "write", "create_index"], "y", "x2", 403, "[indices:data/read/search]"),
            (["read", "write", "create_index"], "x", "y", 403, "indices:data/write/bulk[s]"),
        ])
    func aCopyIsReadAndWrittenAsTheUser(
        profile: String, example: (actions: [String], from: String, to: String, status: Int, named: String)
    ) {
        let clusters = Self.clusters(profile, example.actions)
        let body = #"{"source":{"index":"\#(example.from)"},"dest":{"index":"\#(example.to)"}}"#
        let answer = Self.ask(clusters, "POST", "/_reindex", body)
        #expect(answer.status == example.status, "\(answer.text)")
        #expect(answer.text.contains(example.named))
    }

    @Test(arguments: SecurityTests.profiles) func whatAQueryFindsIsReadAndWrittenAsTheUser(profile: String) {
        let body = #"{"query":{"match_all":{}}}"#
        let reader = Self.clusters(profile, ["read", "indices:data/write/delete/byquery"])
        let refused = Self.ask(reader, "POST", "/x/_delete_by_query", body)
        #expect(refused.status == 403 && refused.json["failures"]?[0]?["status"] == 403, "\(refused.text)")
        let writer = Self.clusters(profile, ["write"])
        let unread = Self.ask(writer, "POST", "/x/_update_by_query", body)
        #expect(unread.status == 403 && unread.text.contains("[indices:data/read/search]"))
        let both = Self.clusters(profile, ["read", "write"])
        #expect(Self.ask(both, "POST", "/x/_update_by_query", body).json["updated"] == 1)
        #expect(Self.ask(both, "POST", "/y/_update_by_query", body).status == 403)
    }

    @Test(
        arguments: SecurityTests.profiles,
        [
            ("POST", "/_aliases", #"{"actions":[{"add":{"index":"x","alias":"a"}}]}"#, 200),
            (
                "POST", "/_aliases",
                #"{"actions":[{"add":{"index":"x","alias":"a"}},{"add":{"index":"y","alias":"a"}}]}"#, 403
            ),
            ("POST", "/_aliases", #"{"actions":[{"remove_index":{"index":"x"}}]}"#, 403),
            ("PUT", "/x/_alias/a", #"{"index":"y"}"#, 403), ("PUT", "/x/_alias/a", "{}", 200),
            ("PUT", "/_alias/a", #"{"index":"x"}"#, 200), ("PUT", "/_alias/a", #"{"index":"y"}"#, 403),
            ("PUT", "/x2", #"{"aliases":{"a":{}}}"#, 200), ("PUT", "/z", #"{"aliases":{"a":{}}}"#, 403),
            ("PUT", "/x2/_doc/1", "{}", 201), ("PUT", "/z/_doc/1", "{}", 403),
        ])
    func whatABodyNamesIsJudged(
        profile: String, example: (method: String, path: String, body: String, status: Int)
    ) {
        let clusters = Self.clusters(profile, ["manage_aliases", "create_index", "index"])
        let answer = Self.ask(clusters, example.method, example.path, example.body)
        #expect(answer.status == example.status, "\(example.path) \(answer.text)")
    }

    @Test(arguments: SecurityTests.profiles) func theClusterThatIsCopiedFromAsksWhoItIs(profile: String) {
        let clusters = Self.clusters(profile, [])
        func copy(_ user: String) -> SandboxResponse {
            let remote = #""remote":{"host":"https://127.0.0.1:19200"\#(user)}"#
            let body = #"{"source":{\#(remote),"index":"there"},"dest":{"index":"here"}}"#
            return SecurityTests.ask(clusters, "POST", "/_reindex", body)
        }
        SecurityTests.ask(clusters, "PUT", "/there/_doc/1?refresh", "{}", to: "leader")
        #expect(copy("").status == 401 && copy(#","username":"admin","password":"no""#).status == 401)
        #expect(copy(#","username":"admin","password":"admin""#).json["created"] == 1)
    }
}
