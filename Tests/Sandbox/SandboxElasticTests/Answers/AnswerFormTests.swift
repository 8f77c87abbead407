import OrderedJSON
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
