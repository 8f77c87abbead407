import OrderedJSON
import SandboxWorld
import Testing

struct DocumentTests {
    /// A request of which nothing was done is not counted as a write.
    @Test func whatDidNothingSaysSo() {
        let clusters = TwoClusters()
        clusters.send("PUT", "/i/_doc/1", "{}")
        func bulk(_ lines: [String]) -> Bool {
            clusters.send("POST", "/_bulk", lines.joined(separator: "\n") + "\n").onlyRead
        }
        let conflict = [#"{"create":{"_index":"i","_id":"1"}}"#, "{}"]
        #expect(bulk(conflict))
        #expect(bulk(conflict + conflict))
        #expect(!bulk(conflict + [#"{"index":{"_index":"i"}}"#, "{}"]))
        #expect(clusters.send("POST", "/_cluster/reroute?dry_run", "{}").status == 200)
        clusters.send("PUT", "/logs-1", #"{"aliases":{"logs":{}}}"#)
        #expect(clusters.send("POST", "/logs/_rollover", #"{"conditions":{"max_docs":9}}"#).onlyRead)
        #expect(!clusters.send("POST", "/logs/_rollover").onlyRead)
    }

    @Test func versionsAndSequenceNumbersGoUp() {
        let clusters = TwoClusters()
        let first = clusters.send("PUT", "/i/_doc/1", #"{"a":1}"#)
        #expect(first.status == 201)
        #expect(first.headers("location") == ["/i/_doc/1"])
        let second = clusters.send("PUT", "/i/_doc/1", #"{"a":2}"#)
        #expect(second.status == 200)
        #expect(second.json["_version"] == 2)
        #expect(second.json["_seq_no"] == 1)
        let deleted = clusters.send("DELETE", "/i/_doc/1")
        #expect(deleted.json["_version"] == 3)
        #expect(clusters.send("PUT", "/i/_doc/1", #"{"a":3}"#).json["_version"] == 4)
    }

    @Test func aReopenedIndexHasANewTerm() {
        let clusters = TwoClusters()
        clusters.send("PUT", "/i")
        clusters.send("POST", "/i/_close")
        clusters.send("POST", "/i/_open")
        #expect(clusters.send("PUT", "/i/_doc/1", #"{"a":1}"#).json["_primary_term"] == 2)
    }

    @Test func aSourceComesBackAsItWasSent() {
        let clusters = TwoClusters()
        let source = #"{"b":  1.0e2, "a": 12345678901234567890.10}"#
        clusters.send("PUT", "/i", #"{"mappings":{"dynamic":false}}"#)
        clusters.send("PUT", "/i/_doc/1", source)
        #expect(clusters.send("GET", "/i/_source/1").text == source)
    }

    @Test func secondTypesAreRefused() {
        let clusters = TwoClusters()
        let first = clusters.send("POST", "/i/doc/", #"{"a":1}"#)
        #expect(first.status == 201)
        #expect(first.headers("warning").first?.contains("[types removal]") == true)
        let second = clusters.send("POST", "/i/other", #"{"a":1}"#)
        #expect(second.status == 400)
        #expect(second.text.contains("more than 1 type: [doc, other]"))
        #expect(clusters.send("PUT", "/i/_doc/1", #"{"a":1}"#).status == 201)
    }

    @Test func aRefusedDocumentChangesNoMapping() {
        let clusters = TwoClusters()
        clusters.send("PUT", "/i", #"{"mappings":{"properties":{"n":{"type":"long"}}}}"#)
        #expect(clusters.send("PUT", "/i/_doc/1", #"{"new":1,"n":"x"}"#).status == 400)
        #expect(clusters.send("GET", "/i/_mapping").json["i"]?["mappings"]?["properties"]?["new"] == nil)
    }
}
