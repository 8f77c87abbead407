import OrderedJSON
import SandboxWorld
import Testing

struct SettingsTests {
    @Test(arguments: [
        (#"{"index.nope":1}"#, "unknown setting [index.nope] did you mean [index.codec]?"),
        (#"{"index.replication.type":null}"#, "please check that any required plugins are installed"),
        (#"{"index.codec":"best_compression"}"#, "Can't update non dynamic settings [[index.codec]]"),
        (#"{"refresh_interval":"5"}"#, "unit is missing or unrecognized"),
        (#"{}"#, "no settings to update"),
    ])
    func refusals(body: String, sentence: String) {
        let clusters = TwoClusters()
        clusters.send("PUT", "/i")
        let answer = clusters.send("PUT", "/i/_settings", body)
        #expect(answer.status == 400)
        #expect(answer.text.contains(sentence))
    }

    @Test func aClosedIndexTakesMore() {
        let clusters = TwoClusters()
        clusters.send("PUT", "/i")
        clusters.send("POST", "/i/_close")
        #expect(clusters.send("PUT", "/i/_settings", #"{"index.codec":"best_compression"}"#).status == 200)
        #expect(
            clusters.send("PUT", "/i/_settings", #"{"index.number_of_shards":2}"#).text.contains("not updateable"))
        #expect(clusters.send("GET", "/i/_settings").json["i"]?["settings"]?["index"]?["codec"] == "best_compression")
    }

    @Test func nullTakesAClusterSettingAway() {
        let clusters = TwoClusters()
        let body = #"{"persistent":{"cluster":{"remote":{"one":{"seeds":["127.0.0.1:19301"]}}}}}"#
        clusters.send("PUT", "/_cluster/settings", body)
        #expect(
            clusters.send("GET", "/_cluster/settings?flat_settings").json["persistent"]
                == ["cluster.remote.one.seeds": ["127.0.0.1:19301"]])
        clusters.send("PUT", "/_cluster/settings", #"{"persistent":{"cluster.remote.one.seeds":null}}"#)
        #expect(clusters.send("GET", "/_remote/info").json == [:])
    }
}
