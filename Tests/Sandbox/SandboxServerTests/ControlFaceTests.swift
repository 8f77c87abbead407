import HTTPClient
import OrderedJSON
import SandboxWorld
import Testing

@testable import SandboxServer

struct ControlFaceTests {
    @Test func movesVirtualTimeByWhatIsAsked() async throws {
        try await TestSandbox.with { sandbox in
            let before = try await sandbox.control("GET", "/clock").body
            #expect(before["kind"] == "virtual")
            let asked = ContinuousClock.now
            let answer = try await sandbox.control("POST", "/sleep", ["ms": 3_600_000])
            #expect(.now - asked < .seconds(60))
            #expect(answer.body["now_ms"]?.int == before["now_ms"]?.int.map { $0 + 3_600_000 })
        }
    }

    @Test func sleepsInRealTimeOnARealClock() async throws {
        try await TestSandbox.with(.real) { sandbox in
            let asked = ContinuousClock.now
            let answer = try await sandbox.control("POST", "/sleep", ["ms": 30])
            #expect(answer.body["kind"] == "real")
            #expect(.now - asked >= .milliseconds(30))
        }
    }

    @Test func holdsTimeWhileARequestIsInFlight() async throws {
        try await TestSandbox.with { sandbox in
            try await sandbox.setFaults([["fault": "delay", "ms": 60000]])
            let before = sandbox.server.world.clock.now
            let request = Task { try await sandbox.ask("GET", "/", timeout: .seconds(60)) }
            let latest = ContinuousClock.now + .seconds(120)
            while sandbox.server.world.log.count < 1 {
                try #require(.now < latest, "no request came")
                await Task.yield()
            }
            let sleeper = Task { try await sandbox.control("POST", "/sleep", ["ms": 1000]) }
            while sandbox.server.world.clock.sleeperCount < 1 {
                try #require(.now < latest, "nobody sleeps")
                await Task.yield()
            }
            #expect(sandbox.server.world.clock.now == before)
            await sandbox.server.stop()
            _ = await request.result
            _ = await sleeper.result
        }
    }

    @Test(arguments: ["{}", #"{"ms":-1}"#, #"{"ms":1.5}"#, #"{"ms":"1"}"#, "nonsense", #"{"ms":99999999999}"#])
    func refusesToSleepForAnythingElse(body: String) async throws {
        try await TestSandbox.with { sandbox in
            let response = try await sandbox.client.send(
                HTTPClient.Request(
                    method: "POST", url: sandbox.server.controlURL + "/sleep", body: Array(body.utf8),
                    timeout: .seconds(20)))
            #expect(response.status == 400)
            #expect(try JSON(bytes: response.body)["error"]?.string?.hasPrefix("`ms` must be an integer") == true)
        }
    }

    /// What was done counts, whatever the client was told; what was not done does not.
    @Test func countsTheWritesThatWereAccepted() async throws {
        try await TestSandbox.with { sandbox in
            try await sandbox.setFaults([
                ["fault": "answer", "status": 502, "applied": true, "match": "PUT /a"],
                ["fault": "answer", "status": 503, "match": "PUT /b", "retry_after": 2],
            ])
            #expect(try await sandbox.ask("PUT", "/a").status == 502)
            let busy = try await sandbox.ask("PUT", "/b")
            #expect(busy.status == 503)
            #expect(busy.headers.contains { $0.name.lowercased() == "retry-after" && $0.value == "2" })
            _ = try await sandbox.ask("PUT", "/b")
            _ = try await sandbox.ask("PUT", "/b")
            _ = try await sandbox.ask("POST", "/a/_search")
            _ = try await sandbox.ask("GET", "/a")
            let writes = try await sandbox.control("GET", "/writes").body
            #expect(writes["count"]?.int == 3, "\(writes.text())")
            #expect(writes["writes"]?["leader: PUT /a"]?.int == 1, "\(writes.text())")
            #expect(writes["writes"]?["leader: PUT /b"]?.int == 2)
        }
    }

    @Test(arguments: [("GET", "/sleep"), ("POST", "/clock"), ("POST", "/"), ("GET", "x/clock")])
    func knowsNothingElse(method: String, path: String) async throws {
        try await TestSandbox.with { sandbox in
            let answer = try await sandbox.control(method, path)
            #expect(answer.status == 404)
        }
    }

    @Test func wantsTheToken() async throws {
        try await TestSandbox.with { sandbox in
            let url = sandbox.server.controlURL
            let guess = String(url.dropLast()) + (url.hasSuffix("0") ? "1" : "0")
            let response = try await sandbox.client.send(
                HTTPClient.Request(method: "GET", url: guess + "/clock", timeout: .seconds(20)))
            #expect(response.status == 404)
        }
    }

    @Test func namesWhatWasAskedAndIsNotEmulated() async throws {
        try await TestSandbox.with { sandbox in
            _ = try await sandbox.ask("PUT", "/a")
            _ = try await sandbox.ask("GET", "/_ml/x?pretty", at: "follower")
            let log = try await sandbox.control("GET", "/log").body
            #expect(log["not_emulated"] == ["follower: GET /_ml/x?pretty"])
            #expect(log["count"] == 2)
            #expect(log["requests"]?.array?.map { $0["target"] } == ["/a", "/_ml/x?pretty"])
        }
    }
}
