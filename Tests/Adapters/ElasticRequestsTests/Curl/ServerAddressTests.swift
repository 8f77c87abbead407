import ElasticRequests
import Testing

@Suite struct ServerAddressTests {
    @Test(arguments: [
        ("http://localhost:9200", "http://127.0.0.1:9200", true),
        ("http://[::1]:9200", "HTTP://LocalHost:9200", true),
        ("https://es", "https://ES:443", true),
        ("http://es", "http://es:80", true),
        ("http://es:443", "https://es:443", false),
        ("http://es:9200", "http://es:9201", false),
        ("http://es:9200", "http://es.example.com:9200", false),
    ])
    func comparesServers(one: String, other: String, isSame: Bool) throws {
        let (one, other) = (try #require(ServerAddress(url: one)), try #require(ServerAddress(url: other)))
        #expect(one.isSame(as: other) == isSame)
        #expect(other.isSame(as: one) == isSame)
    }

    @Test(arguments: [
        "", "es:9200", "http://", "http://es/base", "http://es:x", "http://es:0", "http://u@es", "http://:1",
    ])
    func refusesWhatIsNoServer(url: String) {
        #expect(ServerAddress(url: url) == nil)
    }
}
