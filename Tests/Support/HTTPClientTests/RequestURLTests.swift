import Testing

@testable import HTTPClient

@Suite struct RequestURLTests {
    @Test(arguments: [
        ("http://a", "a", 80, ""), ("https://a/x?y", "a", 443, "/x?y"), ("http://[::1]:9200/", "[::1]", 9200, "/"),
        ("HTTP://h:1?q=a/b", "h", 1, "?q=a/b"),
    ])
    func reads(text: String, host: String, port: Int, target: String) throws {
        let url = try #require(RequestURL(text))
        #expect(url.host == host)
        #expect(url.port == port)
        #expect(url.target == target)
    }

    @Test(arguments: [
        ("http://127.0.0.1:1", true), ("http://127.9.9.9", true), ("http://localhost", true), ("http://[::1]", true),
        ("http://es.localhost", true), ("http://127.evil.example", false), ("http://10.0.0.1", false),
        ("http://localhost.example", false),
    ])
    func knowsLoopback(text: String, isLoopback: Bool) throws {
        #expect(try #require(RequestURL(text)).isLoopback == isLoopback)
    }

    @Test func replacesTheHost() {
        #expect(RequestURL("https://10.0.0.1/a?b")?.replacingHost(with: "es.example") == "https://es.example:443/a?b")
    }
}
