import OrderedJSON
import SandboxWorld
import Testing

struct AnswerFormTests {
    @Test(arguments: [
        (
            "pretty&filter_path=i.settings.index.number_of_shards",
            "{\n  \"i\" : {\n    \"settings\" : {\n      \"index\" : {\n        \"number_of_shards\" : \"1\"\n      }\n    }\n  }\n}\n"
        ),
        (
            "format=yaml&filter_path=**.number_of_shards",
            "---\ni:\n  settings:\n    index:\n      number_of_shards: \"1\"\n"
        ),
        ("filter_path=nope", "{}"),
    ])
    func forms(query: String, text: String) {
        let clusters = TwoClusters()
        clusters.send("PUT", "/i")
        #expect(clusters.send("GET", "/i?\(query)").text == text)
    }

    @Test func equalSeedsGiveEqualAnswers() {
        let answers = (0..<2).map { _ in
            let clusters = TwoClusters(seed: 7)
            clusters.send("POST", "/i/_doc?refresh", #"{"a":1}"#)
            return clusters.send("GET", "/i/_search").text + clusters.send("GET", "/").text
        }
        #expect(answers[0] == answers[1])
    }
}

extension AnswerFormTests {
    @Test(arguments: [
        ("application/json", "[{\"node\":\"leader-0\"}]"), ("application/yaml", "---\n- node: \"leader-0\"\n"),
        ("application/json; charset=utf-8", "[{\"node\":\"leader-0\"}]"), ("*/*", "leader-0\n"),
        ("text/plain", "leader-0\n"), ("text/html, application/json", "leader-0\n"),
    ])
    func aHeaderAsksForTheFormatOfATable(accept: String, text: String) {
        let answer = TwoClusters().send("GET", "/_cat/master?h=node", headers: [("Accept", accept)])
        #expect(answer.text == text)
    }

    @Test(arguments: ["/_cluster/health?timeout=abc", "/_snapshot?master_timeout=5", "/_search?timeout=x"])
    func timesAreChecked(target: String) {
        let answer = TwoClusters().send("GET", target)
        #expect(answer.status == 400)
        #expect(answer.text.contains("as a time value: unit is missing or unrecognized"))
    }

    @Test func aSearchMayStandInTheQuery() {
        let clusters = TwoClusters()
        clusters.send("PUT", "/i/_doc/1?refresh", "{}")
        let search = "/i/_search?source=%7B%22size%22%3A0%7D"
        #expect(clusters.send("GET", search).status == 500)
        let answer = clusters.send("GET", search + "&source_content_type=application/json").json
        #expect(answer["hits"]?["total"]?["value"] == 1)
        #expect(answer["hits"]?["hits"] == [])
    }
}
