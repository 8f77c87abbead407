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

    /// A read-only repository needs a folder that somebody has made; a real 7.10.2 and a real 7.0.0 say so.
    @Test(arguments: [("7.10", 500), ("7.0", 200)])
    func aReadOnlyFolderMustBeThere(profile: String, status: Int) {
        let clusters = TwoClusters(profiles: (profile, profile))
        let body = #"{"type":"fs","settings":{"location":"later","readonly":true}}"#
        let refused = clusters.send("PUT", "/_snapshot/ro", body)
        #expect(refused.status == status)
        #expect(refused.text.contains("is not accessible on master node") == (status == 500))
        // It is registered all the same.
        #expect(clusters.send("GET", "/_snapshot/ro").status == 200)
        #expect(clusters.send("POST", "/_snapshot/ro/_verify").status == status)
        let list = clusters.send("GET", "/_snapshot/ro/_all")
        #expect(list.status == status)
        #expect(list.text.contains("Could not determine repository generation") == (status == 500))
        #expect(clusters.send("PUT", "/_snapshot/ro?verify=false", body).status == 200)
        let writable = #"{"type":"fs","settings":{"location":"later"}}"#
        #expect(clusters.send("PUT", "/_snapshot/w", writable, to: "follower").status == 200)
        #expect(clusters.send("PUT", "/_snapshot/ro", body).status == 200)
        #expect(clusters.send("GET", "/_snapshot/ro/_all").json["snapshots"]?.array?.isEmpty == true)
    }

    /// A sandbox that is made for a runbook keeps what real servers keep elsewhere.
    @Test(arguments: [
        #"{"type":"s3","settings":{"bucket":"b","base_path":"x/y"}}"#, #"{"type":"gcs","settings":{"bucket":"b"}}"#,
        #"{"type":"azure"}"#, #"{"type":"azure","settings":{"container":"c"}}"#,
        #"{"type":"oss","settings":{"bucket":"b","endpoint":"e"}}"#,
        #"{"type":"hdfs","settings":{"uri":"hdfs://n:8020","path":"p"}}"#,
        #"{"type":"fs","settings":{"location":"/mount/backups"}}"#,
    ])
    func anyRepositoryIsKeptInMemory(body: String) {
        let clusters = TwoClusters(profiles: ("7.10", "7.10"), settings: ["any-repository"])
        clusters.send("PUT", "/i/_doc/1?refresh", "{}")
        let made = clusters.send("PUT", "/_snapshot/r", body)
        #expect(made.json == ["acknowledged": true])
        #expect(made.isEmulated && made.hints.count == 1)
        #expect(clusters.send("PUT", "/_snapshot/r/s?wait_for_completion=true").json["snapshot"]?["state"] == "SUCCESS")
        // The other cluster sees the same place.
        #expect(clusters.send("PUT", "/_snapshot/r", body, to: "follower").status == 200)
        #expect(clusters.send("GET", "/_snapshot/r/s", to: "follower").status == 200)
        #expect(clusters.send("POST", "/_snapshot/r/s/_restore?wait_for_completion=true", to: "follower").status == 200)
        #expect(clusters.send("HEAD", "/i", to: "follower").status == 200)
        #expect(TwoClusters(profiles: ("7.10", "7.10")).send("PUT", "/_snapshot/r", body).status == 500)
    }

    @Test func aURLReadsWhatAFolderKeeps() {
        let clusters = TwoClusters(profiles: ("7.10", "7.10"), settings: ["any-repository"])
        clusters.send("PUT", "/_snapshot/r", #"{"type":"fs","settings":{"location":"/mount/backups/a"}}"#)
        clusters.send("PUT", "/_snapshot/r/s?wait_for_completion=true")
        clusters.send("PUT", "/_snapshot/u", #"{"type":"url","settings":{"url":"file:///mount/backups/a"}}"#)
        #expect(clusters.send("GET", "/_snapshot/u/s").status == 200)
        #expect(clusters.send("PUT", "/_snapshot/u/t").status >= 400)
    }

    @Test(arguments: [
        (#"{"type":"s3"}"#, "No bucket defined for s3 repository"), (#"{"type":"oss"}"#, "missing bucket"),
        (#"{"type":"gcs"}"#, "No bucket name is defined"), (#"{"type":"url"}"#, "missing url"),
        (#"{"type":"hdfs","settings":{"uri":"hdfs://n"}}"#, "No 'path' defined"),
        (#"{"type":"fs","settings":{"location":"/a/../../b"}}"#, "doesn't match any of the locations"),
        (#"{"type":"swift"}"#, "repository type [swift] does not exist"),
    ])
    func whatTheseNeedIsAskedFor(body: String, sentence: String) {
        let clusters = TwoClusters(profiles: ("7.10", "7.10"), settings: ["any-repository"])
        let answer = clusters.send("PUT", "/_snapshot/r", body)
        #expect(answer.status == 500 && answer.hints.isEmpty)
        #expect(answer.text.contains(sentence))
    }

    /// Another profile may have what this one lacks, and a person should know.
    @Test(arguments: [
        ("PUT", "/_snapshot/r", #"{"type":"oss","settings":{"bucket":"b"}}"#),
        ("PUT", "/i", #"{"settings":{"index.replication.type":"segment"}}"#),
        ("PUT", "/i/_settings", #"{"index.replication.type":null}"#),
        ("PUT", "/_template/t", #"{"index_patterns":["x"],"settings":{"index.replication.type":"segment"}}"#),
    ])
    func theProfileThatHasItIsNamed(method: String, path: String, body: String) {
        let clusters = TwoClusters(profiles: ("6.7", "6.7-aliyun"))
        clusters.send("PUT", path.hasSuffix("_settings") ? "/i" : "/other", "{}")
        let answer = clusters.send(method, path, body)
        #expect(answer.status >= 400 && answer.isEmulated)
        #expect(answer.hints.count == 1, "\(answer.text)")
        #expect(answer.hints.first?.contains("`6.7-aliyun`") == true)
        #expect(answer.hints.first?.contains("`flavor: aliyun`") == true)
        #expect(clusters.send(method, path, body, to: "follower").hints.isEmpty)
        #expect(clusters.send("PUT", "/i", #"{"settings":{"index.nonsense":1}}"#).hints.isEmpty)
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
