import HTTPClient
import OrderedJSON
import SandboxElastic
import SandboxWorld

@testable import SandboxServer

/// A sandbox with two counting clusters, and a client to talk to it.
struct TestSandbox: Sendable {
    let server: SandboxServer
    let client = HTTPClient()

    static func with(_ kind: SandboxClock.Kind = .virtual, _ body: (TestSandbox) async throws -> Void) async throws {
        let world = SandboxWorld(
            clock: SandboxClock(kind: kind), seed: 1,
            systems: ["leader", "follower"].enumerated().map {
                ElasticFamily().system(named: $0.element, profile: "7.0", index: $0.offset)
            }
        ) { _, _ in Counter() }
        let sandbox = TestSandbox(server: try await SandboxServer(world: world))
        do {
            try await body(sandbox)
        } catch {
            await sandbox.server.stop()
            throw error
        }
        await sandbox.server.stop()
    }

    /// Asks a cluster.
    func ask(
        _ method: String = "GET", _ target: String = "/", at cluster: String = "leader", body: String? = nil,
        timeout: Duration = .seconds(60)
    ) async throws -> HTTPClient.Response {
        let url = (server.url(of: cluster) ?? "") + target
        return try await client.send(
            HTTPClient.Request(method: method, url: url, body: body.map { Array($0.utf8) }, timeout: timeout))
    }

    /// Asks the control endpoint.
    func control(_ method: String, _ path: String, _ body: JSON? = nil) async throws -> Answer {
        let response = try await client.send(
            HTTPClient.Request(
                method: method, url: server.controlURL + path, body: body?.bytes(), timeout: .seconds(60)))
        return Answer(status: response.status, body: try JSON(bytes: response.body))
    }

    /// Sets the faults of the leader.
    func setFaults(_ faults: JSON) async throws {
        let answer = try await control("POST", "/faults", ["cluster": "leader", "faults": faults])
        if answer.status != 200 { throw Refused(body: answer.body) }
    }

    struct Answer {
        var status: Int
        var body: JSON
    }

    struct Refused: Error { var body: JSON }
}
