import OrderedJSON
import SandboxWorld
import Testing

struct RepositoryTests {
    @Test func settingsAreTexts() {
        let clusters = TwoClusters()
        let body = #"{"type":"fs","settings":{"location":"a/./b","compress":true}}"#
        #expect(clusters.send("PUT", "/_snapshot/r", body).json == ["acknowledged": true])
        #expect(
            clusters.send("GET", "/_snapshot/r").json
                == ["r": ["type": "fs", "settings": ["compress": "true", "location": "a/./b"]]])
    }

    @Test(arguments: [
        (#"{"type":"oss"}"#, 500, "repository type [oss] does not exist"),
        (#"{"type":"fs"}"#, 500, "[r] missing location"),
        (#"{"type":"fs","settings":{"location":"/etc"}}"#, 500, "location [/etc] doesn't match any of"),
        (#"{"type":"fs","settings":{"location":"a/../../b"}}"#, 500, "location [a/../../b] doesn't match any of"),
        (#"{"type":"fs","settings":{"location":"a","readonly":"x"}}"#, 500, "only [true] or [false] are allowed"),
        (#"{"type":"fs","settings":{"location":"a","chunk_size":"x"}}"#, 500, "as a size in bytes"),
        (#"{"settings":{}}"#, 400, "type is missing"),
        ("[]", 400, "type is missing"),
    ])
    func refusals(body: String, status: Int, sentence: String) {
        let clusters = TwoClusters()
        let answer = clusters.send("PUT", "/_snapshot/r", body)
        #expect(answer.status == status)
        #expect(answer.text.contains(sentence))
        #expect(clusters.send("GET", "/_snapshot").json == [:])
    }

    @Test func patternsMeanWhatIsThere() {
        let clusters = TwoClusters()
        for name in ["a1", "a2", "b"] { clusters.register(name) }
        #expect(clusters.send("GET", "/_snapshot/a*").json.object?.names == ["a1", "a2"])
        #expect(clusters.send("GET", "/_snapshot/none*").json == [:])
        #expect(clusters.send("GET", "/_snapshot/a1,none").status == 404)
        #expect(clusters.send("DELETE", "/_snapshot/a*").status == 200)
        #expect(clusters.send("DELETE", "/_snapshot/a*").status == 404)
        #expect(clusters.send("GET", "/_snapshot").json.object?.names == ["b"])
    }

    @Test func clustersShareALocation() {
        let clusters = TwoClusters()
        clusters.register("one", location: "shared")
        clusters.register("two", location: "./shared/", settings: #","readonly":true"#, on: "follower")
        clusters.register("other", on: "follower")
        clusters.send("PUT", "/_snapshot/one/s?wait_for_completion=true")
        #expect(clusters.names("two", on: "follower") == ["s"])
        #expect(clusters.names("other", on: "follower").isEmpty)
        #expect(clusters.send("PUT", "/_snapshot/two/t", to: "follower").status == 500)
        #expect(clusters.send("DELETE", "/_snapshot/two/s", to: "follower").text.contains("readonly repository"))
        #expect(clusters.send("DELETE", "/_snapshot/one/s").status == 200)
        #expect(clusters.names("two", on: "follower").isEmpty)
    }
}
