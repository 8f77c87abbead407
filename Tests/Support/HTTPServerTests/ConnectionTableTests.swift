import Glibc
import Testing

@testable import HTTPServer

/// Connections that say nothing, or half of something, keep nobody out.
struct ConnectionTableTests {
    private static let request = "GET /late HTTP/1.1\r\nHost: h\r\nConnection: close\r\n\r\n"

    @Test(arguments: [
        "", "GET /", "GET / HTTP/1.1\r\nHost:", "POST / HTTP/1.1\r\nHost: h\r\nContent-Length: 100\r\n\r\nhalf",
    ])
    func silentConnectionsGiveWay(beginning: String) async throws {
        let table = ConnectionTable(limit: 20)
        let server = try HTTPServer(socket: LoopbackSocket(), connections: table) { request in
            .now(.response(.init(body: Array(request.target.utf8))))
        }
        var silent: [RawClient] = []
        for _ in 0..<60 {
            let client = try RawClient(port: server.port)
            client.send(beginning)
            silent.append(client)
        }
        let answer = try await RawClient.exchange(port: server.port, Self.request)
        #expect(answer.text.hasSuffix("/late"))
        #expect(await silent[0].receive().end != .timedOut)
        await server.stop(grace: .zero)
        #expect(table.count == 0)
    }

    @Test func aRequestThatWaitsIsKept() async throws {
        let table = ConnectionTable(limit: 20)
        let (gate, open) = AsyncStream.makeStream(of: Void.self)
        let (arrivals, arrived) = AsyncStream.makeStream(of: Void.self)
        let server = try HTTPServer(socket: LoopbackSocket(), connections: table) { _ in
            .later {
                arrived.yield()
                for await _ in gate { break }
                return .response(.init(body: Array("waited".utf8)))
            }
        }
        let waiting = try RawClient(port: server.port)
        waiting.send(Self.request)
        for await _ in arrivals { break }
        var silent: [RawClient] = []
        for _ in 0..<60 { silent.append(try RawClient(port: server.port)) }
        #expect(await silent[0].receive().end != .timedOut)
        open.yield()
        #expect(await waiting.receive().text.hasSuffix("waited"))
        await server.stop(grace: .zero)
    }
}
