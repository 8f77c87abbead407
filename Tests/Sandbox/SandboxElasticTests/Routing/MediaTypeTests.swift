import OrderedJSON
import SandboxWorld
import Testing

/// What 8.x says of headers, paths and names that 7.x took.
struct MediaTypeTests {
    static let own = "application/vnd.elasticsearch+json; compatible-with="

    @Test(
        arguments: [
            (nil, "application/json", 200), (Self.own + "8", Self.own + "8", 200),
            (Self.own + "7", Self.own + "7", 200),
            (nil, Self.own + "8", 400), (Self.own + "8", "application/json", 400),
            (Self.own + "9", Self.own + "9", 400),
            ("bogus", "application/json", 400), (nil, "text/plain", 406),
        ] as [(String?, String, Int)])
    func versionsMustGoTogether(accept: String?, content: String, status: Int) {
        let clusters = TwoClusters(profiles: ("8.x", "8.x"))
        let headers = accept.map { [("Accept", $0)] } ?? []
        let answer = clusters.send("POST", "/_search", "{}", contentType: content, headers: headers)
        #expect(answer.status == status)
        #expect(answer.headers("x-elastic-product") == ["Elasticsearch"])
    }

    @Test func theOlderVersionHasTypes() {
        let clusters = TwoClusters(profiles: ("8.x", "8.x"))
        let type = Self.own + "7"
        #expect(clusters.send("PUT", "/i/doc/1", "{}").status == 400)
        let answer = clusters.send("PUT", "/i/doc/1", "{}", contentType: type, headers: [("Accept", type)])
        #expect(answer.status == 201)
        #expect(clusters.send("GET", "/i/_doc/1").json["_type"] == nil)
    }

    @Test(arguments: [
        ("DELETE", "/_all", 400), ("GET", "/nope:i/_search", 404), ("GET", "/nope:i/_settings", 400),
        ("GET", "/_search?size=-1", 400), ("GET", "/_mapping?include_type_name=true", 400),
    ])
    func whatIsRefused(method: String, path: String, status: Int) {
        #expect(TwoClusters(profiles: ("8.x", "8.x")).send(method, path).status == status)
        #expect(TwoClusters(profiles: ("7.0", "7.0")).send(method, path).status != status || status == 404)
    }
}
