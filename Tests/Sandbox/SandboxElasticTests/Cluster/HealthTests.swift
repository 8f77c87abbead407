import OrderedJSON
import SandboxWorld
import Testing

/// What a request for the health waits for, on the sandbox's clock.
struct HealthTests {
    @Test(arguments: [
        "/_cluster/health/absent", "/_cluster/health/absent?timeout=30s", "/_cluster/health?wait_for_nodes=2",
        "/_cluster/health/i?wait_for_status=green", "/_cluster/health/i?wait_for_active_shards=all",
    ])
    func whatDoesNotHoldIsWaitedForUntilTheTimeIsOver(target: String) async throws {
        let clusters = TwoClusters()
        clusters.send("PUT", "/i")
        var request = SandboxRequest(method: "GET", target: target)
        request.asked = clusters.world.clock.now
        let first = try #require(clusters.world.respond(to: request, at: "leader"))
        #expect(first.wait == .milliseconds(50))
        #expect(first.status == 408)
        #expect(first.json["timed_out"] == true)
        try await clusters.advance(milliseconds: 29_990)
        #expect(clusters.world.respond(to: request, at: "leader")?.wait == .milliseconds(10))
        try await clusters.advance(milliseconds: 10)
        let last = try #require(clusters.world.respond(to: request, at: "leader"))
        #expect(last.wait == nil)
        #expect(last.status == 408)
    }

    @Test(arguments: [
        "/_cluster/health", "/_cluster/health/i?wait_for_status=yellow", "/_cluster/health/absent*",
        "/_cluster/health/absent?timeout=0s", "/_cluster/health?wait_for_nodes=2&timeout=0s",
    ])
    func whatHoldsOrMayNotWaitIsAnsweredAtOnce(target: String) {
        let clusters = TwoClusters()
        clusters.send("PUT", "/i")
        #expect(clusters.send("GET", target).wait == nil)
    }

    @Test func aWaitOfAYearEndsAfterFewLooks() async throws {
        let clusters = TwoClusters()
        var request = SandboxRequest(method: "GET", target: "/_cluster/health/absent?timeout=365d")
        request.asked = clusters.world.clock.now
        var looks = 0
        while let wait = clusters.world.respond(to: request, at: "leader")?.wait, looks < 10_000 {
            looks += 1
            try await clusters.advance(milliseconds: Int(wait / .milliseconds(1)))
        }
        #expect(looks < 2000)
    }

    @Test func anIndexThatIsCreatedMeanwhileEndsTheWait() async throws {
        let clusters = TwoClusters()
        var request = SandboxRequest(method: "GET", target: "/_cluster/health/late?wait_for_status=yellow")
        request.asked = clusters.world.clock.now
        #expect(clusters.world.respond(to: request, at: "leader")?.wait != nil)
        try await clusters.advance(milliseconds: 500)
        clusters.send("PUT", "/late")
        let answer = try #require(clusters.world.respond(to: request, at: "leader"))
        #expect(answer.status == 200)
        #expect(answer.wait == nil)
    }
}
