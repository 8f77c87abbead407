import Testing

@testable import HTTPServer

/// What of a reply arrives at the client.
struct HTTPServerReplyTests {
    static func received(_ reply: HTTPServer.Reply, method: String = "GET") async throws -> RawClient.Received {
        let handler: @Sendable (HTTPServer.Request) async -> HTTPServer.Reply = { _ in reply }
        return try await HTTPServer.serving(handler) { server in
            try await RawClient.exchange(
                port: server.port, "\(method) / HTTP/1.1\r\nHost: h\r\nConnection: close\r\n\r\n")
        }
    }

    static let response = HTTPServer.Response(
        status: 201,
        headers: [.init("content-type", "text/plain"), .init("Warning", "1"), .init("Warning", "2")],
        body: Array("hello".utf8))

    @Test func sendsStatusHeadersInOrderAndBody() async throws {
        let answer = try await Self.received(.response(Self.response))
        #expect(
            answer.text == "HTTP/1.1 201 Created\r\nConnection: close\r\ncontent-type: text/plain\r\nWarning: 1\r\n"
                + "Warning: 2\r\nContent-Length: 5\r\n\r\nhello")
        #expect(answer.end == .closed)
    }

    @Test func sendsOnlyTheLengthToHead() async throws {
        let answer = try await Self.received(.response(Self.response), method: "HEAD")
        #expect(answer.text.contains("\r\nContent-Length: 5\r\n"))
        #expect(answer.text.hasSuffix("\r\n\r\n"))
    }

    @Test(arguments: [204, 304])
    func sendsNoBodyWhereThereIsNone(status: Int) async throws {
        let answer = try await Self.received(.response(.init(status: status, body: Array("hello".utf8))))
        #expect(answer.text.hasPrefix("HTTP/1.1 \(status) "))
        #expect(answer.text.hasSuffix("\r\n\r\n"))
    }

    @Test func leavesTheFramingToTheServer() async throws {
        let response = HTTPServer.Response(headers: [.init("content-length", "99"), .init("X", "y")], body: [65])
        let answer = try await Self.received(.response(response))
        #expect(answer.text.contains("Content-Length: 1\r\n"))
        #expect(!answer.text.contains("99"))
    }

    @Test func sendsALargeBodyWhole() async throws {
        let body = [UInt8](repeating: 97, count: 5_000_000)
        let answer = try await Self.received(.response(.init(body: body)))
        let head = try #require(answer.text.firstRange(of: "\r\n\r\n"))
        #expect(answer.text[head.upperBound...].utf8.elementsEqual(body))
    }

    @Test(arguments: [(0, ""), (2, "he"), (99, "hell")])
    func cutsTheBody(count: Int, sent: String) async throws {
        let answer = try await Self.received(.cut(Self.response, after: count))
        #expect(answer.text.contains("Content-Length: 5\r\n"))
        #expect(answer.text.hasSuffix("\r\n\r\n\(sent)"))
        #expect(answer.end != .timedOut)
    }

    @Test func sendsGarbage() async throws {
        let answer = try await Self.received(.garbage(Array("garbage\r\n".utf8)))
        #expect(answer.text == "garbage\r\n")
    }

    @Test func closes() async throws {
        #expect(try await Self.received(.close) == RawClient.Received(text: "", end: .closed))
    }

    @Test func resets() async throws {
        #expect(try await Self.received(.reset) == RawClient.Received(text: "", end: .reset))
    }
}
