import HTTPClient
import Testing

@Suite struct HTTPClientTests {
    @Test(
        arguments: [
            ("GET", nil, "GET /a HTTP/1.1", nil),
            ("GET", "{\"query\":1}", "GET /a HTTP/1.1", "11"),
            ("POST", nil, "POST /a HTTP/1.1", "0"),
            ("POST", "x", "POST /a HTTP/1.1", "1"),
            ("PUT", "", "PUT /a HTTP/1.1", "0"),
            ("DELETE", nil, "DELETE /a HTTP/1.1", nil),
            ("DELETE", "{}", "DELETE /a HTTP/1.1", "2"),
            ("HEAD", nil, "HEAD /a HTTP/1.1", nil),
            ("PROPFIND", "z", "PROPFIND /a HTTP/1.1", "1"),
            ("get", nil, "get /a HTTP/1.1", nil),
        ] as [(String, String?, String, String?)])
    func sendsMethodAndBodyAsGiven(method: String, body: String?, line: String, length: String?) async throws {
        let server = try RawServer { _, _ in .ok("") }
        defer { server.stop() }
        let client = HTTPClient()
        let request = HTTPClient.Request(method: method, url: server.url + "/a", body: body.map { Array($0.utf8) })
        let response = try await client.send(request)
        #expect(response.status == 200)
        let exchange = try #require(server.exchanges.first)
        #expect(exchange.line == line)
        #expect(exchange.body == body ?? "")
        #expect(exchange.headers("Content-Length").first == length)
        #expect(exchange.headers("Content-Type").isEmpty)
        #expect(exchange.headers("Expect").isEmpty)
    }

    @Test func theConnectionIsUsableAfterAHead() async throws {
        let server = try RawServer { exchange, _ in
            exchange.line.hasPrefix("HEAD")
                ? .send("HTTP/1.1 200 OK\r\nContent-Length: 500\r\n\r\n") : .ok("{\"a\":1}")
        }
        defer { server.stop() }
        let client = HTTPClient()
        let head = try await client.send(.init(method: "HEAD", url: server.url))
        let get = try await client.send(.init(method: "GET", url: server.url))
        #expect(head.body.isEmpty)
        #expect(get.body == Array("{\"a\":1}".utf8))
        #expect(server.exchanges.map(\.connection) == [1, 1])
    }

    @Test func keepsHeadersInOrderWithDuplicates() async throws {
        let server = try RawServer { _, _ in
            .send(
                "HTTP/1.1 100 Continue\r\nX-Interim: 1\r\n\r\n"
                    + "HTTP/1.1 404 Not Found\r\nWarning: one\r\nwarning:two \r\nX-Empty:\r\nContent-Length: 2\r\n\r\nno"
            )
        }
        defer { server.stop() }
        let response = try await HTTPClient().send(.init(method: "GET", url: server.url))
        #expect(response.status == 404)
        #expect(
            response.headers == [
                .init("Warning", "one"), .init("warning", "two"), .init("X-Empty", ""), .init("Content-Length", "2"),
            ])
        #expect(response.header("WARNING") == "one")
    }

    @Test func sendsHeadersAsGiven() async throws {
        let server = try RawServer { _, _ in .ok() }
        defer { server.stop() }
        let headers = [
            HTTPClient.Header("Content-Type", "application/json"), .init("X-A", "1"), .init("X-A", "2"),
            .init("X-E", ""),
        ]
        _ = try await HTTPClient().send(.init(method: "POST", url: server.url, headers: headers, body: [0x7B, 0x7D]))
        let exchange = try #require(server.exchanges.first)
        #expect(exchange.headers("content-type") == ["application/json"])
        #expect(exchange.headers("x-a") == ["1", "2"])
        #expect(exchange.headers("x-e") == [""])
    }

    @Test(arguments: ["/a/../b", "/a%2Fb?x=1%202&q=a+b", "//x", "/%3Clogs-%7Bnow%2Fd%7D%3E", "/?pretty"])
    func sendsThePathAsItIs(path: String) async throws {
        let server = try RawServer { _, _ in .ok() }
        defer { server.stop() }
        _ = try await HTTPClient().send(.init(method: "GET", url: server.url + path))
        #expect(server.exchanges.first?.line == "GET \(path) HTTP/1.1")
    }

    @Test func sendsCredentialsAsAHeaderOnly() async throws {
        let server = try RawServer { _, _ in .ok() }
        defer { server.stop() }
        let client = HTTPClient(.init(credentials: .init(user: "elastic", password: "p:ä\"'@")))
        _ = try await client.send(.init(method: "GET", url: server.url + "/x"))
        let exchange = try #require(server.exchanges.first)
        #expect(exchange.headers("Authorization") == ["Basic ZWxhc3RpYzpwOsOkIidA"])
        #expect(exchange.line == "GET /x HTTP/1.1")
    }

    @Test func followsNoRedirect() async throws {
        let server = try RawServer { _, _ in .send("HTTP/1.1 302 Found\r\nLocation: /b\r\nContent-Length: 0\r\n\r\n") }
        defer { server.stop() }
        let response = try await HTTPClient().send(.init(method: "GET", url: server.url))
        #expect(response.status == 302)
        #expect(response.header("location") == "/b")
        #expect(server.exchanges.count == 1)
    }

    @Test func keepsOneConnectionForRequestsInSequence() async throws {
        let server = try RawServer { _, number in .ok("\(number)") }
        defer { server.stop() }
        let client = HTTPClient()
        for number in 0..<20 {
            let response = try await client.send(.init(method: "GET", url: server.url))
            #expect(response.body == Array("\(number)".utf8))
        }
        #expect(Set(server.exchanges.map(\.connection)) == [1])
    }

    @Test func runsRequestsSideBySide() async throws {
        let server = try RawServer { exchange, _ in exchange.line.contains("/hang") ? .hang : .ok() }
        defer { server.stop() }
        let client = HTTPClient()
        let hanging = Task { try await client.send(.init(method: "GET", url: server.url + "/hang")) }
        await server.received(1)
        let response = try await client.send(.init(method: "GET", url: server.url + "/quick"))
        #expect(response.status == 200)
        hanging.cancel()
        await #expect(throws: HTTPClient.Failure.self) { try await hanging.value }
    }

    @Test func carriesLargeBodies() async throws {
        let body = String(repeating: "x", count: 3 << 20)
        let server = try RawServer { exchange, _ in .ok(exchange.body) }
        defer { server.stop() }
        let response = try await HTTPClient().send(.init(method: "PUT", url: server.url, body: Array(body.utf8)))
        #expect(response.body.count == body.utf8.count)
    }

    @Test func readsChunks() async throws {
        let server = try RawServer { _, _ in
            .send("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n2\r\nde\r\n0\r\n\r\n")
        }
        defer { server.stop() }
        let response = try await HTTPClient().send(.init(method: "GET", url: server.url))
        #expect(response.body == Array("abcde".utf8))
    }
}
