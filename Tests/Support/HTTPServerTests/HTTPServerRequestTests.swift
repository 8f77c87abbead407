import Testing

@testable import HTTPServer

/// What of a request arrives at the handler.
struct HTTPServerRequestTests {
    /// Answers with what arrived, one fact a line.
    @Sendable static func echo(_ request: HTTPServer.Request) -> HTTPServer.Reply {
        let headers = request.headers.map { "\($0.name)=\($0.value)" }.joined(separator: "|")
        let body = String(decoding: request.body, as: UTF8.self)
        return .response(
            HTTPServer.Response(body: Array("\(request.method) \(request.target)\n\(headers)\n\(body)".utf8)))
    }

    static func received(_ text: String) async throws -> [String] {
        try await HTTPServer.serving(echo) { server in
            let answer = try await RawClient.exchange(port: server.port, text)
            let body = answer.text.split(separator: "\r\n\r\n", maxSplits: 1).last ?? ""
            return body.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        }
    }

    @Test(arguments: [
        "/a%2Fb?x=1+2;c&a&b=%zz", "//a//b", "*", "/%00", "/a?b?c", "/<logs-%7Bnow%2Fd%7D>", "/é", "/a#b", "/%",
    ])
    func keepsTheTargetAsItWasSent(target: String) async throws {
        let lines = try await Self.received("GET \(target) HTTP/1.1\r\nHost: h\r\nConnection: close\r\n\r\n")
        #expect(lines.first == "GET \(target)")
    }

    @Test(arguments: ["GET", "DELETE", "PUT", "POST", "PATCH", "OPTIONS", "PROPFIND", "FOO", "get"])
    func takesAnyMethodWithABody(method: String) async throws {
        let lines = try await Self.received(
            "\(method) / HTTP/1.1\r\nHost: h\r\nConnection: close\r\nContent-Length: 2\r\n\r\n{}")
        #expect(lines.first == "\(method) /")
        #expect(lines.last == "{}")
    }

    @Test func keepsOrderCaseAndDuplicatesOfHeaders() async throws {
        let lines = try await Self.received(
            "GET / HTTP/1.1\r\nhost: h\r\nX-A: 1\r\nx-b:  2 \r\nX-A: 3\r\nX-C:\r\nConnection: close\r\n\r\n")
        #expect(lines.dropFirst().first == "host=h|X-A=1|x-b=2|X-A=3|X-C=|Connection=close")
    }

    @Test func joinsAChunkedBody() async throws {
        let lines = try await Self.received(
            "POST / HTTP/1.1\r\nHost: h\r\nConnection: close\r\nTransfer-Encoding: chunked\r\n\r\n"
                + "3;x=y\r\nabc\r\n2\r\nde\r\n0\r\nTrailer: t\r\n\r\n")
        #expect(lines.last == "abcde")
    }

    @Test func sendsContinueWhenAsked() async throws {
        try await HTTPServer.serving(Self.echo) { server in
            let client = try RawClient(port: server.port)
            client.send("PUT / HTTP/1.1\r\nHost: h\r\nExpect: 100-continue\r\nContent-Length: 1\r\n")
            client.send("Connection: close\r\n\r\n")
            #expect(await client.receive(upTo: "\r\n\r\n").text == "HTTP/1.1 100 Continue\r\n\r\n")
            client.send("x")
            #expect(await client.receive().text.hasSuffix("\nx"))
        }
    }

    @Test func keepsTheConnectionAndTheOrderOfAnswers() async throws {
        let handler: @Sendable (HTTPServer.Request) async -> HTTPServer.Reply = { request in
            if request.target == "/slow" { try? await Task.sleep(for: .milliseconds(50)) }
            return .response(HTTPServer.Response(body: Array(request.target.utf8)))
        }
        try await HTTPServer.serving(handler) { server in
            let answer = try await RawClient.exchange(
                port: server.port,
                "GET /slow HTTP/1.1\r\nHost: h\r\n\r\nGET /b HTTP/1.1\r\nHost: h\r\n\r\n"
                    + "GET /c HTTP/1.1\r\nHost: h\r\nConnection: close\r\n\r\n")
            let bodies = answer.text.split(separator: "\r\n").filter { $0.hasPrefix("/") }
            #expect(bodies.map { $0.prefix(2) } == ["/s", "/b", "/c"])
        }
    }

    @Test(arguments: [
        "Content-Length: 5\r\n\r\n12345", "Content-Length: 99999999999999999999\r\n\r\n",
        "Transfer-Encoding: chunked\r\n\r\n5\r\n12345\r\n0\r\n\r\n",
    ])
    func refusesABodyOverTheLimit(rest: String) async throws {
        let server = try HTTPServer(socket: LoopbackSocket(), bodyLimit: 4) { .now(Self.echo($0)) }
        let answer = try await RawClient.exchange(
            port: server.port, "POST / HTTP/1.1\r\nHost: h\r\nConnection: close\r\n\(rest)")
        #expect(answer.text.contains(" 413 ") || answer.text.contains(" 400 "))
        await server.stop()
    }

    @Test func takesABodyOfTheLimit() async throws {
        let server = try HTTPServer(socket: LoopbackSocket(), bodyLimit: 4) { .now(Self.echo($0)) }
        let answer = try await RawClient.exchange(
            port: server.port, "POST / HTTP/1.1\r\nHost: h\r\nConnection: close\r\nContent-Length: 4\r\n\r\n1234")
        #expect(answer.text.hasSuffix("\n1234"))
        await server.stop()
    }
}
