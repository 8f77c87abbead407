import OrderedJSON
import SandboxWorld
import Testing

struct RemoteClusterTests {
    private func connected(seed: String = "127.0.0.1:19300") -> TwoClusters {
        let clusters = TwoClusters()
        clusters.send("PUT", "/twitter/_doc/1?refresh", #"{"user":"kimchy"}"#)
        clusters.send(
            "PUT", "/_cluster/settings", #"{"persistent":{"cluster.remote.one.seeds":["\#(seed)"]}}"#, to: "follower")
        return clusters
    }

    private func isConnected(_ clusters: TwoClusters) -> Bool? {
        clusters.send("GET", "/_remote/info", to: "follower").json["one"]?["connected"]?.bool
    }

    /// As seen on 7.0.0 and 7.10.2: three settings are taken over by their older names.
    @Test(arguments: ["6.7", "7.0", "7.10", "odfe-1.13"])
    func olderNamesOfSettingsAreTakenOver(profile: String) async throws {
        let clusters = TwoClusters(profiles: (profile, profile))
        func put(_ settings: String) -> SandboxResponse {
            clusters.send("PUT", "/_cluster/settings?flat_settings", "{\"persistent\":{\(settings)}}", to: "follower")
        }
        let answer = put(#""search.remote.one.seeds":["127.0.0.1:19300"],"cluster.remote.one.seeds":["127.0.0.1:1"]"#)
        #expect(answer.json["persistent"] == ["cluster.remote.one.seeds": ["127.0.0.1:19300"]])
        #expect(put(#""search.remote.one.skip_unavailable":true"#).status == 200)
        try await clusters.advance(milliseconds: 500)
        #expect(isConnected(clusters) == true)
        #expect(put(#""search.remote.one.skip_unavailable":null"#).json["persistent"] == [:])
        #expect(put(#""search.remote.*":null"#).status == 200)
        let gone = put(#""search.remote.one.seeds":null"#)
        #expect(gone.json["persistent"] == ["cluster.remote.one.seeds": []])
        #expect(put(#""search.remote.one.mode":"sniff""#).text.contains("[search.remote.one.mode], not recognized"))
        #expect(put(#""search.remote.connect":true"#).text.contains("not dynamically updateable"))
        #expect(put(#""search.remote.two.skip_unavailable":true"#).text.contains("cluster.remote.two.skip_unavailable"))
    }

    @Test(arguments: ["8.x", "opensearch-2.19"]) func laterOnesDoNotKnowThem(profile: String) {
        let clusters = TwoClusters(profiles: (profile, profile))
        for name in ["search.remote.one.seeds", "search.remote.connect"] {
            let answer = clusters.send("PUT", "/_cluster/settings", #"{"persistent":{"\#(name)":"127.0.0.1:19300"}}"#)
            #expect(answer.status == 400)
            #expect(answer.text.contains("persistent setting [\(name)], not recognized"))
        }
    }

    @Test func connectingTakesTime() async throws {
        let clusters = connected()
        #expect(isConnected(clusters) == false)
        try await clusters.advance(milliseconds: 500)
        #expect(isConnected(clusters) == true)
    }

    @Test func aDeadSeedStaysUnconnected() async throws {
        let clusters = connected(seed: "127.0.0.1:19399")
        try await clusters.advance(milliseconds: 60_000)
        #expect(isConnected(clusters) == false)
        let answer = clusters.send("GET", "/one:twitter/_search", to: "follower")
        #expect(answer.status == 500)
        #expect(answer.json["error"]?["type"] == "connect_transport_exception")
    }

    @Test func searchesGoToTheOtherCluster() {
        let answer = connected().send("GET", "/one:twitter/_search", to: "follower")
        #expect(answer.json["_clusters"] == ["total": 1, "successful": 1, "skipped": 0])
        #expect(answer.json["hits"]?["hits"]?[0]?["_index"] == "one:twitter")
    }

    @Test func aClusterMayBeItsOwnRemote() {
        let clusters = connected(seed: "127.0.0.1:19301")
        clusters.send("PUT", "/own/_doc/1?refresh", #"{"a":1}"#, to: "follower")
        let answer = clusters.send("GET", "/one:own,own/_search", to: "follower").json
        #expect(answer["hits"]?["total"]?["value"] == 2)
        #expect(answer["num_reduce_phases"] == 3)
    }

    @Test func unavailableClustersMayBeSkipped() {
        let clusters = connected(seed: "127.0.0.1:19399")
        clusters.send(
            "PUT", "/_cluster/settings", #"{"persistent":{"cluster.remote.one.skip_unavailable":true}}"#, to: "follower"
        )
        let answer = clusters.send("GET", "/one:twitter/_search", to: "follower").json
        #expect(answer["_clusters"] == ["total": 1, "successful": 0, "skipped": 1])
        #expect(answer["num_reduce_phases"] == 0)
    }

    @Test(arguments: ["one:twitter/_settings", "one:twitter/_doc/1", "two:twitter/_search"])
    func otherRequestsStayHere(path: String) {
        #expect(connected().send("GET", "/\(path)", to: "follower").status == 404)
    }

    @Test func seedsGoBeforeWhatNeedsThem() {
        let clusters = connected()
        let answer = clusters.send(
            "PUT", "/_cluster/settings", #"{"persistent":{"cluster.remote.px.skip_unavailable":true}}"#, to: "follower")
        #expect(answer.text.contains("missing required setting [cluster.remote.px.seeds]"))
    }
}
