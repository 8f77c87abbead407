import OrderedJSON
import SandboxWorld
import Testing

struct RefreshTests {
    private func count(_ clusters: TwoClusters) -> Int? { clusters.send("GET", "/i/_count").json["count"]?.int }

    @Test func aDocumentIsFoundOnlyAfterTheInterval() async throws {
        let clusters = TwoClusters()
        clusters.send("PUT", "/i/_doc/1", #"{"a":1}"#)
        #expect(clusters.send("GET", "/i/_doc/1").status == 200)
        #expect(count(clusters) == 0)
        try await clusters.advance(milliseconds: 999)
        #expect(count(clusters) == 0)
        try await clusters.advance(milliseconds: 1)
        #expect(count(clusters) == 1)
    }

    @Test func theIntervalIsASetting() async throws {
        let clusters = TwoClusters()
        clusters.send("PUT", "/i", #"{"settings":{"refresh_interval":"30s"}}"#)
        clusters.send("PUT", "/i/_doc/1", #"{"a":1}"#)
        try await clusters.advance(milliseconds: 29_999)
        #expect(count(clusters) == 0)
        try await clusters.advance(milliseconds: 1)
        #expect(count(clusters) == 1)
    }

    @Test func neverMeansOnlyWhenAsked() async throws {
        let clusters = TwoClusters()
        clusters.send("PUT", "/i", #"{"settings":{"refresh_interval":"-1"}}"#)
        clusters.send("PUT", "/i/_doc/1", #"{"a":1}"#)
        try await clusters.advance(milliseconds: 3_600_000)
        #expect(count(clusters) == 0)
        clusters.send("POST", "/i/_refresh")
        #expect(count(clusters) == 1)
    }

    @Test(arguments: ["refresh", "refresh=true", "refresh=wait_for"])
    func aWriteMayRefresh(query: String) {
        let clusters = TwoClusters()
        clusters.send("PUT", "/i/_doc/1?\(query)", #"{"a":1}"#)
        #expect(count(clusters) == 1)
    }
}

extension RefreshTests {
    @Test func anOverwrittenDocumentIsSeenUntilTheRefresh() {
        let clusters = TwoClusters()
        clusters.send("PUT", "/i/_doc/1?refresh", #"{"a":1}"#)
        clusters.send("PUT", "/i/_doc/1", #"{"a":2}"#)
        clusters.send("DELETE", "/i/_doc/1")
        #expect(clusters.send("GET", "/i/_search?q=a:1").json["hits"]?["total"]?["value"] == 1)
        clusters.send("POST", "/i/_refresh")
        #expect(clusters.send("GET", "/i/_count").json["count"] == 0)
        #expect(clusters.send("GET", "/_cat/indices/i?h=docs.count,docs.deleted").text == "0 3\n")
    }
}
