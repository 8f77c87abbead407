import HTTPClient
import OrderedJSON
import SandboxElastic
import SandboxWorld
import Testing

@testable import SandboxServer

/// The emulated consoles answer as the products do.
struct ConsoleProxyTests {
    /// A console before an emulated cluster.
    private struct Console {
        let server: SandboxServer
        let flavor: ConsoleFlavor
        let client = HTTPClient()

        /// Asks it to send a request; without `path` the URL is the whole of `target`.
        func ask(
            _ method: String = "GET", _ path: String, body: String? = nil, prefix: String = "",
            headers: [String]? = nil
        ) async throws -> HTTPClient.Response {
            let token = flavor == .dashboards ? "osd-xsrf" : "kbn-xsrf"
            return try await client.send(
                HTTPClient.Request(
                    method: "POST",
                    url: (server.consoleURL(of: "leader") ?? "")
                        + "\(prefix)/api/console/proxy?path=\(path)&method=\(method)",
                    headers: (headers ?? [token]).map { HTTPClient.Header($0, "true") }
                        + (body == nil ? [] : [.init("Content-Type", "application/json")]),
                    body: body.map { Array($0.utf8) }, timeout: .seconds(60)))
        }
    }

    private func with(_ flavor: ConsoleFlavor, _ body: (Console) async throws -> Void) async throws {
        let world = SandboxWorld(
            clock: SandboxClock(kind: .virtual), seed: 1,
            systems: [ElasticFamily().system(named: "leader", profile: "7.0", index: 0)],
            makeEmulator: ElasticFamily().makeEmulator)
        let server = try await SandboxServer(world: world, console: flavor)
        do {
            try await body(Console(server: server, flavor: flavor))
        } catch {
            await server.stop()
            throw error
        }
        await server.stop()
    }

    private static func text(_ response: HTTPClient.Response) -> String {
        String(decoding: response.body, as: UTF8.self)
    }

    @Test(arguments: ConsoleFlavor.allCases)
    func passesRequestsOn(flavor: ConsoleFlavor) async throws {
        try await with(flavor) { console in
            let created = try await console.ask(
                "PUT", "%2Fa%2F_doc%2F1%3Fpretty%26refresh%3Dtrue", body: "{\"x\":1.10}")
            #expect(created.status == (flavor == .kibana8 ? 200 : 201))
            #expect(created.header("x-console-proxy-status-code") == (flavor == .kibana8 ? "201" : nil))
            let source = try await console.ask("GET", "a%2F_source%2F1")
            #expect(Self.text(source).contains("1.10"))
            #expect(console.server.world.log.entries.map(\.method) == ["PUT", "GET"])
            #expect(console.server.world.log.entries.first?.target == "/a/_doc/1?pretty&refresh=true")
        }
    }

    /// The mistake of Dashboards: what already has a query gets a second `?`.
    @Test(arguments: [
        (ConsoleFlavor.kibana7, "/a/_search?q=x+y&pretty=true"), (.kibana8, "/a/_search?q=x%2By&pretty=true"),
        (.dashboards, "/a/_search?q=x+y?pretty=true"),
    ])
    func addsPretty(flavor: ConsoleFlavor, target: String) async throws {
        try await with(flavor) { console in
            _ = try await console.ask("GET", "/a/_search%3Fq%3Dx%2By")
            #expect(console.server.world.log.entries.first?.target == target)
        }
    }

    @Test(arguments: [
        (ConsoleFlavor.kibana7, 404, "404 - Not Found"), (.kibana8, 200, "404 - Not Found"),
        (.dashboards, 404, "404 - false"),
    ])
    func answersHeadWithAText(flavor: ConsoleFlavor, status: Int, text: String) async throws {
        try await with(flavor) { console in
            let response = try await console.ask("HEAD", "/nowhere")
            #expect(response.status == status)
            #expect(Self.text(response) == text)
        }
    }

    @Test(arguments: [(ConsoleFlavor.kibana7, 404), (.kibana8, 200), (.dashboards, 404)])
    func passesErrorsOn(flavor: ConsoleFlavor, status: Int) async throws {
        try await with(flavor) { console in
            let response = try await console.ask("GET", "/nowhere")
            #expect(response.status == status)
            let body = try JSON(bytes: response.body)
            if flavor == .dashboards {
                #expect(body["statusCode"] == 404)
                let inner = try JSON(parsing: body["message"]?.string ?? "")
                #expect(inner["error"]?["type"] == "index_not_found_exception")
            } else {
                #expect(body["error"]?["type"] == "index_not_found_exception")
            }
        }
    }

    @Test(arguments: ConsoleFlavor.allCases)
    func hasErrorsOfItsOwn(flavor: ConsoleFlavor) async throws {
        try await with(flavor) { console in
            let noToken = try await console.ask("GET", "/", headers: [])
            #expect(noToken.status == 400)
            #expect(Self.text(noToken).contains("Request must contain a \(flavor == .dashboards ? "osd" : "kbn")-xsrf"))
            #expect(try await console.ask("GET", "/", prefix: "/s/nowhere").status == 404)
            #expect(try await console.ask("GET", "/", prefix: "/base").status == 404)
            #expect(
                try await console.ask("GET", "/", prefix: "/s/default").status == (flavor == .dashboards ? 404 : 200))
            #expect(try await console.ask("GET", "").status == 400)
            #expect(try await console.ask("ABC", "/").status == 400)
            #expect(try await console.ask("PATCH", "/").status == (flavor == .kibana8 ? 200 : 400))
            let large = String(repeating: "x", count: (1 << 20) + 1)
            #expect(try await console.ask("PUT", "/a", body: large).status == 413)
            #expect(console.server.world.log.entries.count == (flavor == .kibana8 ? 2 : flavor == .kibana7 ? 1 : 0))
        }
    }

    @Test(arguments: ConsoleFlavor.allCases)
    func saysThatItsClusterGaveNoAnswer(flavor: ConsoleFlavor) async throws {
        try await with(flavor) { console in
            console.server.world.faults.set([Fault(.reset, isApplied: true)], for: "leader")
            let lost = try await console.ask("PUT", "/a")
            #expect(lost.status == 502)
            #expect(lost.header("x-console-proxy-status-code") == (flavor == .kibana8 ? "502" : nil))
            #expect(console.server.world.log.entries.first?.status == 200)

            console.server.world.faults.set([Fault(.answer(status: 504, body: []))], for: "leader.kibana")
            #expect(try await console.ask("PUT", "/b").status == 504)
            #expect(console.server.world.log.count == 1)
        }
    }

    @Test func announcesItself() async throws {
        try await with(.kibana8) { console in
            let url = try #require(console.server.consoleURL(of: "leader"))
            #expect(console.server.announcement["clusters"]?["leader"]?["kibana"]?.string == url)
            #expect(console.server.environmentText.contains("    kibana: \(url)\n"))
            #expect(!console.server.environmentText.contains("    url: "))
        }
    }
}
