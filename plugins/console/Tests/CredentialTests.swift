import ConsoleHandler
import HTTPServer
import OrderedJSON
import RunbookModel
import RunbookPlugin
import Synchronization
import Testing

/// Who we say that we are, on the wire, and to whom.
@Suite struct CredentialTests {
    /// The values of a header that a server gets.
    private func headers(
        _ name: String, settings: [(String, JSON)] = [], secrets: [String: String]
    ) async throws -> [String] {
        let seen = Mutex<[String]>([])
        try await HTTPServer.serving({ request in
            let values = request.headers.filter { $0.name.lowercased() == name.lowercased() }.map(\.value)
            seen.withLock { $0 += values }
            return .json(200, "{}")
        }) { server in
            let outcome = await ConsoleHandler().perform(
                Action("GET", "/", effect: .read),
                on: Target(url: server.url, settings: settings, secrets: secrets), timeout: .seconds(60))
            #expect(outcome.response?.status == 200)
        }
        return seen.withLock { $0 }
    }

    @Test(
        arguments: [
            ([], ["api_key": "aWQ6a2V5"], "ApiKey aWQ6a2V5"),
            // An API key as its two parts, which have to be put into base64.
            ([], ["api_key": "id:key"], "ApiKey aWQ6a2V5"),
            ([], ["bearer": "ey.J0.x"], "Bearer ey.J0.x"),
            ([("user", "elastic")], ["password": "s3cret"], "Basic ZWxhc3RpYzpzM2NyZXQ="),
            ([], ["user": "elastic", "password": "s3cret"], "Basic ZWxhc3RpYzpzM2NyZXQ="),
        ] as [([(String, JSON)], [String: String], String)])
    func areShown(settings: [(String, JSON)], secrets: [String: String], header: String) async throws {
        #expect(try await headers("Authorization", settings: settings, secrets: secrets) == [header])
    }

    @Test func theProxysAreNotShownToTheCluster() async throws {
        let proxy: [(String, JSON)] = [("proxy", ["url": "http://proxy.invalid:3128", "user": "me"])]
        let secrets = ["bearer": "own", "proxy_password": "proxys"]
        #expect(try await headers("Authorization", settings: proxy, secrets: secrets) == ["Bearer own"])
        #expect(try await headers("Proxy-Authorization", settings: proxy, secrets: secrets).isEmpty)
    }

    @Test func goThroughAProxyWithItsOwn() async throws {
        let seen = Mutex<[HTTPServer.Request]>([])
        try await HTTPServer.serving({ request in
            seen.withLock { $0.append(request) }
            return .json(200, "{}")
        }) { server in
            let target = Target(
                url: "http://es.invalid:9200", settings: [("proxy", ["url": .string(server.url), "user": "me"])],
                secrets: ["api_key": "own=", "proxy_password": "proxys"])
            let outcome = await ConsoleHandler().perform(
                Action("GET", "/a", effect: .read), on: target, timeout: .seconds(60))
            #expect(outcome.response?.status == 200)
        }
        let request = try #require(seen.withLock { $0 }.first)
        func header(_ name: String) -> String? { request.headers.first { $0.name.lowercased() == name }?.value }
        #expect(request.target == "http://es.invalid:9200/a")
        #expect(header("proxy-authorization") == "Basic bWU6cHJveHlz")
        #expect(header("authorization") == "ApiKey own=")
    }

    @Test func aProxyThatDemandsThemRefuses() async throws {
        try await HTTPServer.serving({ _ in .json(407, "") }) { server in
            let target = Target(url: "http://es.invalid:9200", settings: [("proxy", ["url": .string(server.url)])])
            let outcome = await ConsoleHandler().perform(Action("PUT", "/a"), on: target, timeout: .seconds(60))
            let refusal = try #require(outcome.refusal)
            #expect(refusal.isPermanent)
            #expect(refusal.reason.contains("the proxy requires credentials (status 407); write `proxy: { url"))
        }
    }

    @Test(arguments: [301, 302, 307, 308])
    func redirectsAreNotFollowed(status: Int) async throws {
        let reached = Mutex(0)
        try await HTTPServer.serving({ _ in
            reached.withLock { $0 += 1 }
            return .json(200, "{}")
        }) { other in
            let address = other.url
            try await HTTPServer.serving({ _ in .json(status, "", headers: [("Location", "\(address)/a")]) }) {
                server in
                let handler = ConsoleHandler()
                let target = Target(url: server.url, secrets: ["api_key": "own="])
                let outcome = await handler.perform(Action("PUT", "/a"), on: target, timeout: .seconds(60))
                #expect(outcome.response?.status == status)
                #expect(outcome.response?.verdict == .rejected)
                let examination = await handler.examine(target, timeout: .seconds(60))
                let problem = try #require(examination.diagnostics.first)
                #expect(problem.code == "target/not-elasticsearch")
                #expect(problem.message == "\(server.url) redirects to `\(address)/a` (status \(status))")
            }
        }
        #expect(reached.withLock { $0 } == 0)
    }

    @Test func aPlainServerSpeaksNoTLS() async throws {
        try await HTTPServer.serving({ _ in .json(200, "{}") }) { server in
            let url = server.url.replacing("http://", with: "https://")
            let outcome = await ConsoleHandler().perform(
                Action("PUT", "/a"), on: Target(url: url), timeout: .seconds(60))
            let refusal = try #require(outcome.refusal)
            // Whether it says something that is no TLS, or hangs up, is not always the same.
            #expect(
                refusal.reason.hasSuffix("does not use TLS; write `http://` in `url`, or use the TLS port")
                    || refusal.reason.hasSuffix("; check `tls`, and that the port in `url` uses TLS"))
        }
    }

    @Test func aNameWithoutAnAddressIsSaidWithItsKey() async throws {
        let outcome = await ConsoleHandler().perform(
            Action("PUT", "/a"), on: Target(url: "https://nowhere.invalid:9200"), timeout: .seconds(60))
        let refusal = try #require(outcome.refusal)
        #expect(!refusal.isPermanent)
        #expect(refusal.reason.hasPrefix("cannot resolve the host of `nowhere.invalid:9200`"))
        #expect(refusal.reason.hasSuffix("; check the host in `url`"))
    }
}
