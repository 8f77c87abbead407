import OrderedJSON
import SandboxWorld
import Testing

struct AliasTests {
    /// Indices `a` and `b`; `all` means both, `some` a part of `a`.
    private func prepared() -> TwoClusters {
        let clusters = TwoClusters()
        clusters.send("PUT", "/a", #"{"aliases":{"all":{},"some":{"filter":{"term":{"n":1}}}}}"#)
        clusters.send("PUT", "/b", #"{"aliases":{"all":{"is_write_index":true}}}"#)
        clusters.send("PUT", "/a/_doc/1?refresh", #"{"n":1}"#)
        clusters.send("PUT", "/a/_doc/2?refresh", #"{"n":2}"#)
        return clusters
    }

    private func names(_ clusters: TwoClusters, _ index: String) -> [String] {
        clusters.send("GET", "/\(index)/_alias").json[index]?["aliases"]?.object?.names ?? []
    }

    @Test(arguments: [("some", 1), ("all", 2), ("a", 2), ("some,a", 2), ("some,b", 1), ("s*", 1), ("_all", 2)])
    func aFilterNarrowsWhatIsFoundUnderIt(expression: String, count: Int) {
        #expect(prepared().send("GET", "/\(expression)/_count").json["count"]?.int == count)
    }

    @Test func documentsGoToTheWriteIndex() {
        let clusters = prepared()
        #expect(clusters.send("PUT", "/all/_doc/3", "{}").json["_index"] == "b")
        #expect(clusters.send("GET", "/all/_doc/3").status == 400)
        clusters.send("PUT", "/b/_alias/all", #"{"is_write_index":false}"#)
        #expect(clusters.send("PUT", "/all/_doc/3", "{}").text.contains("no write index is defined for alias [all]"))
    }

    @Test func missingOnesAreNamed() {
        let answer = prepared().send("GET", "/_alias/some,x,y")
        #expect(answer.status == 404)
        #expect(answer.json["error"] == "aliases [x,y] missing")
        #expect(answer.json["a"]?["aliases"]?["some"] == ["filter": ["term": ["n": 1]]])
    }

    @Test func severalChangesHappenTogetherOrNotAtAll() {
        let clusters = prepared()
        let swap = #"{"actions":[{"remove":{"index":"a","alias":"some"}},{"add":{"index":"b","alias":"%"}}]}"#
        #expect(clusters.send("POST", "/_aliases", swap.replacing("%", with: "Bad#")).status == 400)
        #expect(names(clusters, "a") == ["all", "some"])
        #expect(clusters.send("POST", "/_aliases", swap.replacing("%", with: "some")).status == 200)
        #expect(names(clusters, "a") == ["all"])
        #expect(names(clusters, "b") == ["all", "some"])
    }

    @Test func anIndexMayGiveItsNameToAnAlias() {
        let clusters = prepared()
        let body = #"{"actions":[{"add":{"index":"a","alias":"b"}},{"remove_index":{"index":"b"}}]}"#
        #expect(clusters.send("POST", "/_aliases", body).status == 200)
        #expect(clusters.send("GET", "/b/_count").json["count"] == 2)
    }

    @Test func onlyRemovalsOfNothingAreRefused() {
        let clusters = prepared()
        #expect(clusters.send("DELETE", "/a/_alias/none").text.contains("aliases [none] missing"))
        #expect(clusters.send("DELETE", "/a,b/_alias/some").status == 200)
        #expect(names(clusters, "a") == ["all"])
    }

    @Test func aSecondWriteIndexIsRefused() {
        let answer = prepared().send("PUT", "/a/_alias/all", #"{"is_write_index":true}"#)
        #expect(answer.status == 500)
        #expect(answer.text.contains("alias [all] has more than one write index [a,b]"))
    }
}
