import Testing

@testable import RunbookEnvironment

struct HTTPAddressTests {
    @Test(arguments: [
        ("http://127.0.0.1:9200", "127.0.0.1", 9200, false, "http://127.0.0.1:9200"),
        ("https://es.example.com", "es.example.com", 443, true, "https://es.example.com"),
        ("HTTP://es.example.com/", "es.example.com", 80, false, "HTTP://es.example.com"),
        ("https://[::1]:9200/es//", "::1", 9200, true, "https://[::1]:9200/es"),
        ("http://[::1]", "::1", 80, false, "http://[::1]"),
    ])
    func takesApart(text: String, host: String, port: Int, isSecure: Bool, url: String) throws {
        let address = try HTTPAddress(parsing: text)
        #expect(address.host == host)
        #expect(address.port == port)
        #expect(address.isSecure == isSecure)
        #expect(address.url == url)
    }

    @Test(arguments: [
        ("127.0.0.1:9200", HTTPAddress.Failure.scheme), ("ftp://x", .scheme), ("http:/x", .scheme), ("", .scheme),
        ("http://", .host), ("http://:9200", .host), ("http://[::1", .host), ("http://::1:9200", .host),
        ("http://[::1]x", .host), ("http://a b", .host), ("http://é.example.com", .host), ("http://a\r\nb", .host),
        ("http://x:0", .port), ("http://x:65536", .port), ("http://x:", .port), ("http://x:+1", .port),
        ("http://x:9200a", .port),
        ("http://user:pw@x", .credentials), ("http://user@x:9200", .credentials),
        ("http://x?a=b", .query), ("http://x/#f", .query),
    ])
    func refuses(text: String, failure: HTTPAddress.Failure) {
        #expect(throws: failure) { try HTTPAddress(parsing: text) }
    }

    @Test func knowsThisMachine() throws {
        #expect(try HTTPAddress(parsing: "http://[::1]:9200").isLoopback)
        #expect(try !HTTPAddress(parsing: "http://127.0.0.1.example.com").isLoopback)
    }
}
