import ConsoleHandler
import HTTPServer
import OrderedJSON
import RunbookModel
import RunbookPlugin
import Testing

@Suite struct ExamineTests {
    private static func root(_ number: String, _ more: String = "", uuid: String = "u-1") -> String {
        "{\"name\":\"n\",\"cluster_name\":\"c\",\"cluster_uuid\":\"\(uuid)\",\"tagline\":\"t\","
            + "\"version\":{\"number\":\"\(number)\"\(more)}}"
    }

    private func examination(
        _ reply: HTTPServer.Reply, requirements: [(String, JSON)] = [], plugins: String = ""
    ) async throws -> Examination {
        try await HTTPServer.serving({ request in
            request.target == "/" ? reply : .response(HTTPServer.Response(body: Array(plugins.utf8)))
        }) { server in
            await ConsoleHandler().examine(Target(url: server.url, requirements: requirements), timeout: .seconds(60))
        }
    }

    @Test func knowsElasticsearch() async throws {
        let examination = try await examination(.json(200, Self.root("7.10.2", ",\"build_flavor\":\"default\"")))
        #expect(examination.product == "Elasticsearch 7.10.2 (cluster `c`)")
        #expect(examination.identity == "u-1")
        #expect(examination.address.hasPrefix("http://127.0.0.1:"))
        #expect(examination.diagnostics.isEmpty)
    }

    @Test func knowsOpenSearchAndAClusterWithoutAnIdentity() async throws {
        let body = Self.root("2.19.0", ",\"distribution\":\"opensearch\"", uuid: "_na_")
        let examination = try await examination(.json(200, body))
        #expect(examination.product == "OpenSearch 2.19.0 (cluster `c`)")
        #expect(examination.identity == nil)
    }

    @Test(
        arguments: [
            ("version", ">=7.10", nil), ("version", ">=7.11", "target/version"),
            ("version", "nonsense", "target/version"),
            ("flavor", "oss", nil), ("flavor", "elasticsearch", nil), ("flavor", "opendistro", nil),
            ("flavor", "opensearch", "target/flavor"),
        ] as [(String, String, String?)])
    func checksRequirements(name: String, value: String, code: String?) async throws {
        let body = Self.root("7.10.2", ",\"build_flavor\":\"oss\"")
        let examination = try await examination(
            .json(200, body), requirements: [(name, .string(value))], plugins: "opendistro_security\n")
        #expect(examination.diagnostics.map(\.code) == [code].compactMap(\.self))
    }

    @Test(
        arguments: [
            (["opendistro", "opensearch"], nil), (["opensearch", "oss"], nil),
            (["default", "opensearch"], "target/flavor"),
        ] as [([String], String?)])
    func oneOfSeveralFlavorsIsEnough(flavors: [String], code: String?) async throws {
        let body = Self.root("7.10.2", ",\"build_flavor\":\"oss\"")
        let examination = try await examination(
            .json(200, body), requirements: [("flavor", .array(flavors.map(JSON.string)))],
            plugins: "com.amazon.elasticsearch.replication.ReplicationPlugin\n")
        #expect(examination.diagnostics.map(\.code) == [code].compactMap(\.self))
    }

    @Test(
        arguments: [
            ("/_opendistro/_security/authinfo", nil), ("/_security/_authenticate", nil), ("/none", "target/security"),
        ] as [(String, String?)])
    func securityIsAsked(path: String, code: String?) async throws {
        let codes = try await HTTPServer.serving({ request in
            if request.target == "/" { return .json(200, Self.root("7.10.2")) }
            return .json(request.target == path ? 200 : 404, "{}")
        }) { server in
            await ConsoleHandler().examine(
                Target(url: server.url, requirements: [("security", true)]), timeout: .seconds(60)
            ).diagnostics.map(\.code)
        }
        #expect(codes == [code].compactMap(\.self))
    }

    @Test(arguments: [
        (HTTPServer.Reply.json(401, "{}"), "target/denied"),
        (.json(403, "{}"), "target/denied"),
        (.json(200, "{\"hello\":1}"), "target/not-elasticsearch"),
        (.json(404, "<html>"), "target/not-elasticsearch"),
        (.json(302, ""), "target/not-elasticsearch"),
        (.json(500, "{}"), "target/not-ready"),
        (.json(503, "{\"error\":{\"reason\":\"no master\"},\"status\":503}"), "target/not-ready"),
        (.json(502, ""), "target/unreachable"),
        (.close, "target/unreachable"),
        (.garbage(Array("SSH-2.0\r\n\r\n".utf8)), "target/unreachable"),
    ])
    func saysWhatIsWrong(reply: HTTPServer.Reply, code: String) async throws {
        let examination = try await examination(reply)
        #expect(examination.diagnostics.map(\.code) == [code])
        #expect(examination.identity == nil)
    }

    @Test func saysThatNothingListens() async throws {
        let port = try ClosedPort()
        let examination = await ConsoleHandler().examine(Target(url: port.url), timeout: .seconds(5))
        #expect(
            examination.diagnostics.first?.message.contains("cannot connect to `\(port.url.dropFirst(7))`")
                == true)
        let secure = port.url.replacing("http://", with: "https://")
        let other = await ConsoleHandler().examine(
            Target(url: secure, settings: [("tls", ["ca": "/nowhere/ca.pem"])]), timeout: .seconds(5))
        #expect(other.diagnostics.first?.message.contains("`/nowhere/ca.pem` cannot be read") == true)
    }
}
