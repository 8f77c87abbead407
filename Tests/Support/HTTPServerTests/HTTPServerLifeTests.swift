import Glibc
import Synchronization
import Testing

@testable import HTTPServer

/// Starting, many at once, stopping.
struct HTTPServerLifeTests {
    static let hello: @Sendable (HTTPServer.Request) async -> HTTPServer.Reply = { _ in
        .response(.init(body: Array("hello".utf8)))
    }

    @Test func namesAPortThatIsTaken() async throws {
        let server = try HTTPServer(handler: Self.hello)
        let error = #expect(throws: HTTPServerError.self) { _ = try HTTPServer(port: server.port, handler: Self.hello) }
        #expect(error?.description == "cannot listen on 127.0.0.1:\(server.port): address already in use")
        await server.stop()
    }

    @Test func aTakenPortRefusesUntilSomebodyListens() async throws {
        let socket = try LoopbackSocket()
        let port = socket.port
        #expect(throws: RawClient.Failure(code: ECONNREFUSED)) { try RawClient(port: port) }
        let server = try HTTPServer(socket: socket) { _ in .now(.close) }
        #expect(try await RawClient.exchange(port: port, "GET / HTTP/1.1\r\nHost: h\r\n\r\n").end == .closed)
        await server.stop()
        #expect(throws: RawClient.Failure(code: ECONNREFUSED)) { try RawClient(port: port) }
        _ = try LoopbackSocket(port: port)
    }

    @Test func oneWaitingRequestHoldsUpNoOther() async throws {
        let (gate, open) = AsyncStream.makeStream(of: Void.self)
        let handler: @Sendable (HTTPServer.Request) async -> HTTPServer.Reply = { request in
            if request.target == "/wait" { for await _ in gate { break } }
            return .response(.init(body: Array(request.target.utf8)))
        }
        try await HTTPServer.serving(handler) { server in
            let request = "Host: h\r\nConnection: close\r\n\r\n"
            let waiting = try RawClient(port: server.port)
            waiting.send("GET /wait HTTP/1.1\r\n\(request)")
            let other = try await RawClient.exchange(port: server.port, "GET /other HTTP/1.1\r\n\(request)")
            #expect(other.text.hasSuffix("/other"))
            open.yield()
            #expect(await waiting.receive().text.hasSuffix("/wait"))
        }
    }

    @Test func letsARunningRequestFinish() async throws {
        let (began, say) = AsyncStream.makeStream(of: Void.self)
        let server = try HTTPServer { _ in
            say.yield()
            try? await Task.sleep(for: .milliseconds(100))
            return .response(.init(body: Array("done".utf8)))
        }
        let client = try RawClient(port: server.port)
        client.send("GET / HTTP/1.1\r\nHost: h\r\n\r\n")
        for await _ in began { break }
        await server.stop(grace: .seconds(10))
        #expect(await client.receive().text.hasSuffix("done"))
    }

    @Test func cancelsWhatDoesNotFinish() async throws {
        let (began, say) = AsyncStream.makeStream(of: Void.self)
        let (ended, sayEnd) = AsyncStream.makeStream(of: Bool.self)
        let server = try HTTPServer { _ in
            say.yield()
            try? await Task.sleep(for: .seconds(3600))
            sayEnd.yield(Task.isCancelled)
            return .close
        }
        let client = try RawClient(port: server.port)
        client.send("GET / HTTP/1.1\r\nHost: h\r\n\r\n")
        for await _ in began { break }
        await server.stop(grace: .zero)
        #expect(await client.receive() == RawClient.Received(text: "", end: .closed))
        for await wasCancelled in ended {
            #expect(wasCancelled)
            break
        }
    }

    @Test func abandonsWorkThatWasAboutToBegin() async throws {
        let (began, say) = AsyncStream.makeStream(of: Void.self)
        let mayGoOn = Atomic(false)
        let server = try HTTPServer(socket: LoopbackSocket()) { _ in
            say.yield()
            while !mayGoOn.load(ordering: .acquiring) { usleep(1000) }
            return .later { .response(.init()) }
        }
        let client = try RawClient(port: server.port)
        client.send("GET / HTTP/1.1\r\nHost: h\r\n\r\n")
        for await _ in began { break }
        async let stopped: Void = server.stop(grace: .zero)
        // Long enough that the request is given up before its work is known; the outcome must not depend on it.
        try await Task.sleep(for: .milliseconds(20))
        mayGoOn.store(true, ordering: .releasing)
        await stopped
        #expect(await client.receive().end == .closed)
    }

    @Test func stopsWithIdleAndHalfSentConnections() async throws {
        let server = try HTTPServer(handler: Self.hello)
        let clients = try (0..<50).map { _ in try RawClient(port: server.port) }
        for (index, client) in clients.enumerated() where index % 2 == 0 {
            client.send("POST / HTTP/1.1\r\nHost: h\r\n")
        }
        let before = ContinuousClock.now
        await server.stop()
        #expect(.now - before < .seconds(120))
        await server.stop()
    }

    @Test func forgetsEveryExchange() async throws {
        let server = try HTTPServer(socket: LoopbackSocket()) { request in
            request.target == "/now" ? .now(.response(.init())) : .later { .response(.init()) }
        }
        for number in 0..<200 {
            let target = number % 2 == 0 ? "/now" : "/later"
            let answer = try await RawClient.exchange(
                port: server.port, "GET \(target) HTTP/1.1\r\nHost: h\r\nConnection: close\r\n\r\n")
            #expect(answer.text.hasPrefix("HTTP/1.1 200 "))
        }
        await server.stop(grace: .seconds(60))
        #expect(server.openExchanges == 0)
    }
}
