import HTTPClient
import Testing

@Suite struct HTTPClientProxyTests {
    @Test func goesThroughTheProxyThatIsNamed() async throws {
        let proxy = try RawServer { _, _ in .ok() }
        defer { proxy.stop() }
        let client = HTTPClient(.init(proxy: .url(proxy.url)))
        let response = try await client.send(.init(method: "GET", url: "http://es.invalid:9200/a"))
        #expect(response.status == 200)
        #expect(proxy.exchanges.first?.line == "GET http://es.invalid:9200/a HTTP/1.1")
    }

    @Test func reachesLoopbackDirectly() async throws {
        let server = try RawServer { _, _ in .ok() }
        defer { server.stop() }
        let client = HTTPClient(.init(proxy: .url("http://proxy.invalid:3128")))
        let response = try await client.send(.init(method: "GET", url: server.url))
        #expect(response.status == 200)
    }

    /// `user:secret` in base64.
    private static let secret = "Basic dXNlcjpzZWNyZXQ="

    @Test func showsTheProxyWhoWeAre() async throws {
        let proxy = try RawServer { _, _ in .ok() }
        defer { proxy.stop() }
        let client = HTTPClient(
            .init(
                credentials: .init(user: "elastic", password: "own"),
                proxy: .url(proxy.url, credentials: .init(user: "user", password: "secret"))))
        _ = try await client.send(.init(method: "GET", url: "http://es.invalid:9200/a"))
        let exchange = try #require(proxy.exchanges.first)
        #expect(exchange.headers("Proxy-Authorization") == [Self.secret])
        #expect(exchange.headers("Authorization") == ["Basic ZWxhc3RpYzpvd24="])
    }

    @Test func showsNobodyElseTheProxysCredentials() async throws {
        let server = try RawServer { _, _ in .ok() }
        defer { server.stop() }
        let client = HTTPClient(
            .init(proxy: .url("http://proxy.invalid:3128", credentials: .init(user: "user", password: "secret"))))
        _ = try await client.send(.init(method: "GET", url: server.url))
        #expect(server.exchanges.first?.text.contains("Proxy-") == false)
    }

    @Test func aTunnelIsAskedForWithTheProxysCredentialsAlone() async throws {
        let proxy = try RawServer { _, _ in
            .send("HTTP/1.1 407 Proxy Authentication Required\r\nContent-Length: 0\r\n\r\n")
        }
        defer { proxy.stop() }
        let client = HTTPClient(
            .init(
                credentials: .init(user: "elastic", password: "own"),
                proxy: .url(proxy.url, credentials: .init(user: "user", password: "secret"))))
        let failure = await #expect(throws: HTTPClient.Failure.self) {
            try await client.send(
                .init(
                    method: "PUT", url: "https://es.invalid:9200/a",
                    headers: [.init("Authorization", "ApiKey own"), .init("X-A", "b")], body: [1]))
        }
        #expect(failure?.kind == .proxy)
        #expect(failure?.delivery == .notSent)
        #expect(failure?.status == 407)
        #expect(failure?.message == "the proxy for `es.invalid:9200` requires credentials")
        let exchange = try #require(proxy.exchanges.first)
        #expect(exchange.line == "CONNECT es.invalid:9200 HTTP/1.1")
        #expect(exchange.headers("Proxy-Authorization") == [Self.secret])
        #expect(exchange.headers("Authorization").isEmpty)
        #expect(exchange.headers("X-A").isEmpty)
    }

    @Test(arguments: [403, 502])
    func theProxyRefusesTheTunnel(status: Int) async throws {
        let proxy = try RawServer { _, _ in .send("HTTP/1.1 \(status) No\r\nContent-Length: 0\r\n\r\n") }
        defer { proxy.stop() }
        let failure = await #expect(throws: HTTPClient.Failure.self) {
            try await HTTPClient(.init(proxy: .url(proxy.url))).send(
                .init(method: "PUT", url: "https://es.invalid:9200/a", body: [1]))
        }
        #expect(failure?.kind == .proxy)
        #expect(failure?.delivery == .notSent)
        #expect(
            failure?.message == "the proxy for `es.invalid:9200` refused the connection (status \(status))")
    }

    @Test func aProxyThatIsNotThereIsNamed() async throws {
        let client = HTTPClient(.init(proxy: .url("http://proxy.invalid:3128")))
        let failure = await #expect(throws: HTTPClient.Failure.self) {
            try await client.send(.init(method: "PUT", url: "http://es.invalid:9200/a"))
        }
        #expect(failure?.kind == .nameNotResolved)
        #expect(failure?.message == "cannot resolve the host of the proxy for `es.invalid:9200`")
    }
}
