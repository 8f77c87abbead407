import OrderedJSON
import SandboxWorld
import Testing

/// Hits that are fetched in portions.
struct ScrollTests {
    static func filled() -> TwoClusters {
        let clusters = TwoClusters()
        for number in 0..<5 { clusters.send("PUT", "/i/_doc/\(number)?refresh=true", #"{"n":\#(number)}"#) }
        return clusters
    }

    @Test func portionsFollowEachOther() {
        let clusters = Self.filled()
        var answer = clusters.send("GET", "/i/_search?scroll=1m&size=2&sort=n").json
        var seen: [Int] = []
        while let hits = answer["hits"]?["hits"]?.array, !hits.isEmpty, seen.count < 10 {
            seen += hits.compactMap { $0["sort"]?.array?.first?.int }
            // What is written meanwhile is not seen.
            clusters.send("PUT", "/i/_doc/x?refresh=true", #"{"n":9}"#)
            let id = answer["_scroll_id"]?.string ?? ""
            answer = clusters.send("POST", "/_search/scroll", #"{"scroll":"1m","scroll_id":"\#(id)"}"#).json
        }
        #expect(seen == [0, 1, 2, 3, 4])
    }

    @Test func aScrollEnds() async throws {
        let clusters = Self.filled()
        let id = clusters.send("GET", "/i/_search?scroll=1m&size=2").json["_scroll_id"]?.string ?? ""
        try await clusters.advance(milliseconds: 61_000)
        #expect(clusters.send("GET", "/_search/scroll?scroll_id=\(id)").status == 404)
        let other = clusters.send("GET", "/i/_search?scroll=1m&size=2").json["_scroll_id"]?.string ?? ""
        #expect(clusters.send("DELETE", "/_search/scroll", #"{"scroll_id":"\#(other)"}"#).json["num_freed"] == 1)
        #expect(clusters.send("GET", "/_search/scroll?scroll_id=\(other)").status == 404)
    }

    @Test(arguments: [
        ("/i/_search?scroll=1m&size=0", 400), ("/i/_search?scroll=1m&from=1", 400), ("/i/_search?scroll=2d", 400),
        ("/i/_search?scroll=x", 400), ("/_search/scroll?scroll_id=bogus", 400),
    ])
    func whatCannotBeAnsweredInPortions(path: String, status: Int) {
        #expect(Self.filled().send("GET", path).status == status)
    }

    @Test func hitsBehindSortValues() {
        let clusters = Self.filled()
        let answer = clusters.send("POST", "/i/_search", #"{"sort":["n"],"size":2,"search_after":[2]}"#).json
        #expect(answer["hits"]?["hits"]?.array?.compactMap { $0["_id"]?.string } == ["3", "4"])
    }
}
