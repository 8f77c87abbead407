import HTTPClient
import OrderedJSON
import SandboxElastic
import SandboxWorld
import Testing

@testable import SandboxServer

/// Requests that have to wait for their answer: virtual time moves with them, in real time they are held.
struct WaitingTests {
    static func with(
        _ kind: SandboxClock.Kind, console: ConsoleFlavor? = nil,
        _ body: (SandboxServer, HTTPClient) async throws -> Void
    ) async throws {
        let world = SandboxWorld(
            clock: SandboxClock(kind: kind), seed: 1,
            wanted: [WantedSystem(name: "leader", kind: "elasticsearch", profile: "7.0")])
        let server = try await SandboxServer(world: world, console: console)
        do {
            try await body(server, HTTPClient())
        } catch {
            await server.stop()
            throw error
        }
        await server.stop()
    }

    static func health(_ server: SandboxServer, _ client: HTTPClient, _ target: String) async throws -> Int {
        let url = (server.url(of: "leader") ?? "") + target
        return try await client.send(HTTPClient.Request(method: "GET", url: url, timeout: .seconds(60))).status
    }

    @Test func virtualTimeMovesByTheTimeout() async throws {
        try await Self.with(.virtual) { server, client in
            let before = server.world.clock.now
            let status = try await Self.health(server, client, "/_cluster/health/absent?timeout=20s")
            #expect(status == 408)
            #expect(server.world.clock.now - before == .seconds(20))
            #expect(server.world.log.count == 1)
        }
    }

    @Test func inRealTimeTheRequestIsHeld() async throws {
        try await Self.with(.real) { server, client in
            let before = ContinuousClock.now
            let status = try await Self.health(server, client, "/_cluster/health/absent?timeout=120ms")
            #expect(status == 408)
            #expect(.now - before >= .milliseconds(120))
        }
    }

    @Test func anotherRequestEndsTheWait() async throws {
        try await Self.with(.real) { server, client in
            async let waiting = Self.health(server, client, "/_cluster/health/late?timeout=60s")
            let url = (server.url(of: "leader") ?? "") + "/late"
            let created = try await client.send(HTTPClient.Request(method: "PUT", url: url, timeout: .seconds(20)))
            #expect(created.status == 200)
            let status = try await waiting
            #expect(status == 200)
        }
    }

    @Test func aConsoleWaitsForItsCluster() async throws {
        try await Self.with(.virtual, console: .kibana7) { server, client in
            let before = server.world.clock.now
            let path = "/api/console/proxy?method=GET&path=%2F_cluster%2Fhealth%2Fabsent%3Ftimeout%3D5s"
            let response = try await client.send(
                HTTPClient.Request(
                    method: "POST", url: (server.consoleURL(of: "leader") ?? "") + path,
                    headers: [HTTPClient.Header("kbn-xsrf", "true")], timeout: .seconds(60)))
            #expect(response.status == 408)
            #expect(server.world.clock.now - before == .seconds(5))
            #expect(server.world.log.count == 1)
        }
    }
}
