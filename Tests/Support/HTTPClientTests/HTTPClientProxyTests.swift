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
}
