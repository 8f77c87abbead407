import OrderedJSON
import SandboxWorld
import Testing

/// What nobody waits for, and is allowed only so much in a second.
struct TaskTests {
    static func started(_ parameters: String) -> (TwoClusters, String) {
        let clusters = TwoClusters()
        for number in 0..<4 { clusters.send("PUT", "/i/_doc/\(number)?refresh=true", #"{"n":\#(number)}"#) }
        let body = #"{"source":{"index":"i","size":1},"dest":{"index":"j"}}"#
        let answer = clusters.send("POST", "/_reindex?wait_for_completion=false\(parameters)", body)
        return (clusters, answer.json["task"]?.string ?? "")
    }

    @Test func aSlowTaskGoesOnWithTheClock() async throws {
        let (clusters, task) = Self.started("&requests_per_second=1")
        #expect(clusters.send("GET", "/_tasks/\(task)").json["completed"] == false)
        #expect(clusters.send("GET", "/_tasks?actions=*reindex").text.contains(task))
        try await clusters.advance(milliseconds: 1500)
        #expect(clusters.send("GET", "/_tasks/\(task)").json["task"]?["status"]?["created"] == 2)
        try await clusters.advance(milliseconds: 5000)
        #expect(clusters.send("GET", "/_tasks/\(task)").json["response"]?["created"] == 4)
    }

    @Test func aCancelledTaskStops() async throws {
        let (clusters, task) = Self.started("&requests_per_second=1")
        #expect(clusters.send("POST", "/_tasks/\(task)/_cancel").status == 200)
        try await clusters.advance(milliseconds: 9000)
        let answer = clusters.send("GET", "/_tasks/\(task)").json
        #expect(answer["completed"] == true && answer["task"]?["status"]?["created"] == 1)
    }

    @Test func aFasterTaskIsDone() {
        let (clusters, task) = Self.started("&requests_per_second=1")
        clusters.send("POST", "/_reindex/\(task)/_rethrottle?requests_per_second=-1")
        #expect(clusters.send("GET", "/_tasks/\(task)").json["completed"] == true)
    }

    @Test func whatFailsIsTold() {
        let clusters = TwoClusters()
        let body = #"{"source":{"index":"nope"},"dest":{"index":"j"}}"#
        let task = clusters.send("POST", "/_reindex?wait_for_completion=false", body).json["task"]?.string ?? ""
        let error = clusters.send("GET", "/_tasks/\(task)").json["error"]
        #expect(error?["type"]?.string == "index_not_found_exception")
    }
}
