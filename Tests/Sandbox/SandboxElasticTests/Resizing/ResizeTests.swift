import OrderedJSON
import SandboxWorld
import Testing

/// Indices that are made of another one's shards, and new indices behind an alias.
struct ResizeTests {
    @Test(arguments: [("_shrink", 1), ("_split", 4), ("_clone", 2)])
    func theDocumentsAreTakenOver(kind: String, shards: Int) {
        let clusters = TwoClusters(profiles: ("7.10", "7.10"))
        clusters.send("PUT", "/i", #"{"settings":{"number_of_shards":2}}"#)
        for number in 0..<9 { clusters.send("PUT", "/i/_doc/\(number)", #"{"n":\#(number)}"#) }
        let body = #"{"settings":{"index.number_of_shards":\#(shards)}}"#
        #expect(clusters.send("POST", "/i/\(kind)/j", body).status == 500)
        clusters.send("PUT", "/i/_block/write")
        #expect(clusters.send("POST", "/i/\(kind)/j", body).status == 200)
        #expect(clusters.send("GET", "/j/_count").json["count"] == 9)
        #expect((0..<9).allSatisfy { clusters.send("GET", "/j/_doc/\($0)").status == 200 })
    }

    /// No number of shards ends the sandbox.
    @Test(
        arguments: ["_shrink", "_split", "_clone"],
        ["0", "-0", "-1", "-9223372036854775808", "9223372036854775807", "1e18", "\"0\""])
    func aNumberOfShardsThatIsNoneIsRefused(kind: String, number: String) {
        let clusters = TwoClusters(profiles: ("7.10", "7.10"))
        clusters.send("PUT", "/i", #"{"settings":{"number_of_shards":2}}"#)
        clusters.send("PUT", "/i/_block/write")
        let body = #"{"settings":{"index.number_of_shards":\#(number)}}"#
        #expect(clusters.send("POST", "/i/\(kind)/j", body).status == 400)
        #expect(clusters.send("GET", "/j").status == 404)
    }

    @Test func aRolloverMovesTheAlias() {
        let clusters = TwoClusters()
        clusters.send("PUT", "/logs-000009", #"{"aliases":{"logs":{"is_write_index":true}}}"#)
        clusters.send("PUT", "/logs/_doc/1?refresh=true", "{}")
        let dry = clusters.send("POST", "/logs/_rollover?dry_run=true", #"{"conditions":{"max_docs":5}}"#).json
        #expect(dry["new_index"] == "logs-000010" && dry["rolled_over"] == false)
        #expect(clusters.send("POST", "/logs/_rollover", #"{"conditions":{"max_docs":1}}"#).json["rolled_over"] == true)
        clusters.send("PUT", "/logs/_doc/2?refresh=true", "{}")
        #expect(clusters.send("GET", "/logs-000010/_count").json["count"] == 1)
        #expect(clusters.send("GET", "/logs/_count").json["count"] == 2)
    }
}
