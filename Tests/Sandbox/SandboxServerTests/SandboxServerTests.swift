import HTTPClient
import HTTPServer
import OrderedJSON
import SandboxWorld
import Testing

@testable import SandboxServer

struct SandboxServerTests {
    @Test func passesRequestsAsTheyAre() async throws {
        try await TestSandbox.with { sandbox in
            let response = try await sandbox.ask("GET", "/a%2Fb?q=1+2", body: "{}")
            #expect(response.header("content-type") == "application/json; charset=UTF-8")
            #expect(
                String(decoding: response.body, as: UTF8.self)
                    == #"{"count":1,"method":"GET","target":"/a%2Fb?q=1+2","body":"{}"}"#)
            #expect(try await JSON(bytes: sandbox.ask("DELETE", "/x", at: "follower").body)["count"] == 1)
        }
    }

    @Test func announcesWhatIsWhere() async throws {
        try await TestSandbox.with { sandbox in
            let announcement = sandbox.server.announcement
            let url = try #require(sandbox.server.url(of: "follower"))
            #expect(
                announcement["clusters"]?["follower"] == [
                    "url": .string(url), "instance": "es-cn-follower", "transport": "127.0.0.1:19301",
                    "private_ip": "10.2.0.10", "version": "7.0.0",
                ])
            #expect(announcement["clusters"]?.object?.names == ["leader", "follower"])
            #expect(announcement["control"]?.string == sandbox.server.controlURL)
        }
    }

    @Test func opensAllPortsOrNone() async throws {
        try await TestSandbox.with { sandbox in
            let taken = try HTTPServer { _ in .close }
            let free = try LoopbackSocket()
            let freePort = free.port
            _ = consume free
            let ports = ["leader": freePort, "follower": taken.port]
            await #expect(throws: HTTPServerError.self) {
                _ = try await SandboxServer(world: sandbox.server.world, ports: ports)
            }
            let again = try HTTPServer(port: freePort) { _ in .close }
            await again.stop()
            await taken.stop()
        }
    }

    @Test func stopsSoonWhateverIsOpen() async throws {
        try await TestSandbox.with { sandbox in
            _ = try await sandbox.ask("GET", "/kept-alive")
            try await sandbox.setFaults([["fault": "hang"], ["fault": "delay", "ms": 60000]])
            let requests = (0..<2).map { _ in Task { try await sandbox.ask("GET", "/") } }
            let latest = ContinuousClock.now + .seconds(120)
            func wait(until isSo: () -> Bool) async throws {
                while !isSo() {
                    try #require(.now < latest, "\(sandbox.server.world.log.count) requests came")
                    await Task.yield()
                }
            }
            // Virtual time stands still only while a request is open: a sleep that comes first is over at once.
            try await wait { sandbox.server.world.log.count >= 3 }
            let sleeper = Task { try await sandbox.control("POST", "/sleep", ["ms": 60000]) }
            try await wait { sandbox.server.world.clock.sleeperCount > 0 }
            let before = ContinuousClock.now
            await sandbox.server.stop()
            #expect(.now - before < .seconds(30))
            for request in requests { await #expect(throws: HTTPClient.Failure.self) { try await request.value } }
            await #expect(throws: HTTPClient.Failure.self) { try await sleeper.value }
        }
    }
}
