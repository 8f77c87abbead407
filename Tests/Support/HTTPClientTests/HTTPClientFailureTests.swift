import HTTPClient
import Synchronization
import Testing

@Suite struct HTTPClientFailureTests {
    /// The failure of a request, or nil when it was answered.
    private func failureOf(_ request: HTTPClient.Request, _ client: HTTPClient = HTTPClient()) async
        -> HTTPClient.Failure?
    {
        do {
            _ = try await client.send(request)
            return nil
        } catch {
            return error
        }
    }

    @Test(
        arguments: [
            (.sendAndClose(""), .connectionLost, nil),
            (.sendAndReset(""), .connectionLost, nil),
            (.sendAndClose("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nabc"), .cut, 200),
            (.sendAndClose("HTTP/1.1 201 Created\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nab"), .cut, 201),
            (.sendAndReset("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nabc"), .connectionLost, 200),
            (.sendAndClose("HTTP/1.1 404 Not Found\r\nContent-Length: 10\r\n\r\nabc"), .cut, 404),
            (.sendAndClose("HTTP/1.1 429 Busy\r\nContent-Length: 10\r\n\r\nabc"), .cut, 429),
            (.sendAndClose("HTTP/1.1 503 Busy\r\nContent-Length: 10\r\n\r\n{}"), .cut, 503),
            (.sendAndClose("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\n"), .cut, 200),
            (.sendAndClose("HTTP/1.1 200 OK\r\ncontent-le"), .cut, 200),
            (.sendAndClose("HTTP/1.1 200 OK\r\nServer: x\r\n"), .cut, 200),
            (.sendAndClose("HTTP/1.1 200 OK\r\nContent-Length: 9223372036854775807\r\n\r\nabc"), .cut, 200),
            (.sendAndClose("HTTP/1.1 200 OK\r\nContent-Length: 9223372036854775808\r\n\r\nabc"), .cut, 200),
            (.sendAndClose("HTTP/1.1 200 OK\r\nContent-Length: 99999999999999999999\r\n\r\n{}"), .cut, 200),
            (.sendAndClose("SSH-2.0-OpenSSH_9.2\r\n"), .malformed, nil),
            (.hang, .timedOut, nil),
            (.ok(String(repeating: "x", count: 2000)), .tooLarge, 200),
        ] as [(RawServer.Reply, HTTPClient.Failure.Kind, Int?)])
    func afterSendingDeliveryIsUnknown(reply: RawServer.Reply, kind: HTTPClient.Failure.Kind, status: Int?) async throws
    {
        let server = try RawServer { _, _ in reply }
        defer { server.stop() }
        let request = HTTPClient.Request(
            method: "POST", url: server.url, body: [0x7B, 0x7D], timeout: .milliseconds(400), maximumBodySize: 1000)
        let failure = try #require(await failureOf(request))
        #expect(failure.kind == kind)
        #expect(failure.delivery == .unknown)
        #expect(failure.status == status)
        #expect(failure.message.contains("127.0.0.1:\(server.port)"))
        #expect(server.exchanges.count == 1)
    }

    @Test func anAnswerThatAnnouncesTooMuchIsNotTaken() async throws {
        let server = try RawServer { _, _ in .send("HTTP/1.1 200 OK\r\nContent-Length: 100000000000\r\n\r\nab") }
        defer { server.stop() }
        let failure = try #require(await failureOf(.init(method: "GET", url: server.url)))
        #expect(failure.kind == .tooLarge)
        #expect(failure.message == "the response of `127.0.0.1:\(server.port)` is larger than 64 MiB")
        // What a HEAD announces does not come.
        #expect(await failureOf(.init(method: "HEAD", url: server.url)) == nil)
    }

    @Test func redirectsAreAnswers() async throws {
        let other = try RawServer { _, _ in .ok() }
        defer { other.stop() }
        let server = try RawServer { _, _ in
            .send("HTTP/1.1 307 Away\r\nLocation: \(other.url)/\r\nContent-Length: 0\r\n\r\n")
        }
        defer { server.stop() }
        let client = HTTPClient(.init(credentials: .init(user: "elastic", password: "own")))
        let response = try await client.send(
            .init(method: "GET", url: server.url, headers: [.init("Authorization", "Bearer own")]))
        #expect(response.status == 307)
        #expect(other.exchanges.isEmpty)
    }

    @Test func refusedIsNotSent() async throws {
        let server = try RawServer { _, _ in .ok() }
        server.stop()
        let failure = try #require(await failureOf(.init(method: "PUT", url: server.url, body: [1])))
        #expect(failure.kind == .notConnected)
        #expect(failure.delivery == .notSent)
        #expect(failure.message == "cannot connect to `127.0.0.1:\(server.port)`")
        #expect(!failure.detail.isEmpty)
    }

    @Test func unknownHostIsNotSent() async throws {
        let failure = try #require(await failureOf(.init(method: "GET", url: "http://nowhere.invalid:9200/")))
        #expect(failure.kind == .nameNotResolved)
        #expect(failure.delivery == .notSent)
        #expect(failure.message == "cannot resolve the host of `nowhere.invalid:9200`")
    }

    @Test func aPlainServerIsNoTLSServer() async throws {
        let server = try RawServer { _, _ in .ok() }
        defer { server.stop() }
        let request = HTTPClient.Request(
            method: "GET", url: "https://127.0.0.1:\(server.port)/", timeout: .milliseconds(300))
        let failure = try #require(await failureOf(request))
        #expect(failure.delivery == .notSent)
    }

    @Test(arguments: [
        "", "127.0.0.1:9200", "file:///etc/passwd", "ftp://127.0.0.1/", "http://", "http://user:secret@127.0.0.1:1/",
        "http://127.0.0.1:99999/", "http://127.0.0.1:1/a b", "http://127.0.0.1:1/a\r\nX: y", "http://127.0.0.1:1/\u{0}",
    ])
    func refusesURLs(url: String) async throws {
        let failure = try #require(await failureOf(.init(method: "GET", url: url)))
        #expect(failure.kind == .invalidRequest)
        #expect(failure.delivery == .notSent)
        #expect(!failure.message.contains("\r"))
    }

    @Test(arguments: [
        HTTPClient.Request(method: "GE T", url: "http://127.0.0.1:1/"),
        HTTPClient.Request(method: "", url: "http://127.0.0.1:1/"),
        HTTPClient.Request(method: "GET\r\nX:", url: "http://127.0.0.1:1/"),
        HTTPClient.Request(method: "HEAD", url: "http://127.0.0.1:1/", body: []),
        HTTPClient.Request(method: "GET", url: "http://127.0.0.1:1/", headers: [.init("A:", "b")]),
        HTTPClient.Request(method: "GET", url: "http://127.0.0.1:1/", headers: [.init("A", "b\r\nC: d")]),
        HTTPClient.Request(method: "GET", url: "http://127.0.0.1:1/", headers: [.init("A", "b\nC: d")]),
    ])
    func refusesWhatWouldSmuggle(request: HTTPClient.Request) async throws {
        let failure = try #require(await failureOf(request))
        #expect(failure.kind == .invalidRequest)
    }

    @Test func missingFilesAreNamedAlsoOnAKeptConnection() async throws {
        let server = try RawServer { _, _ in .ok() }
        defer { server.stop() }
        for tls in [
            HTTPClient.TLS(authorityFile: "/nowhere/ca.pem"), HTTPClient.TLS(certificateFile: "/nowhere/ca.pem"),
            HTTPClient.TLS(keyFile: "/nowhere/ca.pem"),
        ] {
            let client = HTTPClient(.init(tls: tls))
            let failure = try #require(await failureOf(.init(method: "GET", url: server.url), client))
            #expect(failure.kind == .unusable)
            #expect(failure.message.hasSuffix("file `/nowhere/ca.pem` cannot be read"))
        }
        #expect(server.exchanges.isEmpty)
    }

    @Test func cancellationAfterSendingIsQuickAndUnknown() async throws {
        let server = try RawServer { _, _ in .hang }
        defer { server.stop() }
        let client = HTTPClient()
        let task = Task { await failureOf(.init(method: "PUT", url: server.url, body: [1]), client) }
        await server.received(1)
        let start = ContinuousClock.now
        task.cancel()
        let failure = try #require(await task.value)
        #expect(ContinuousClock.now - start < .seconds(30))
        #expect(failure.kind == .cancelled)
        #expect(failure.delivery == .unknown)
        #expect(failure.message == "cancelled after the request was sent")
    }

    @Test func cancellationBeforeTheStartSendsNothing() async throws {
        let server = try RawServer { _, _ in .ok() }
        defer { server.stop() }
        let task = Task {
            withUnsafeCurrentTask { $0?.cancel() }
            return await failureOf(.init(method: "PUT", url: server.url))
        }
        let failure = try #require(await task.value)
        #expect(failure.kind == .cancelled)
        #expect(failure.delivery == .notSent)
        #expect(server.exchanges.isEmpty)
    }

    /// The server answers the first request and closes the connection under the second one, unanswered.
    private func dyingKeptConnection() throws -> RawServer {
        try RawServer { _, number in number == 1 ? .sendAndClose("") : .ok() }
    }

    @Test func aReadIsSentAgainWhenAKeptConnectionDies() async throws {
        let server = try dyingKeptConnection()
        defer { server.stop() }
        let client = HTTPClient()
        let request = HTTPClient.Request(method: "GET", url: server.url, isRepeatable: true)
        _ = try await client.send(request)
        let response = try await client.send(request)
        #expect(response.status == 200)
        #expect(server.exchanges.map(\.connection) == [1, 1, 2])
    }

    @Test func aWriteIsNeverSentTwice() async throws {
        let server = try dyingKeptConnection()
        defer { server.stop() }
        let client = HTTPClient()
        let request = HTTPClient.Request(method: "POST", url: server.url, body: [1])
        _ = try await client.send(request)
        let failure = try #require(await failureOf(request, client))
        #expect(failure.kind == .connectionLost)
        #expect(failure.delivery == .unknown)
        #expect(server.exchanges.count == 2)
    }

    @Test func aWriteFindsOutThatTheServerClosedMeanwhile() async throws {
        let server = try RawServer { _, _ in .sendAndClose("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}") }
        defer { server.stop() }
        let client = HTTPClient()
        let request = HTTPClient.Request(method: "POST", url: server.url, body: [1])
        for number in 1...3 {
            let response = try await client.send(request)
            #expect(response.status == 200)
            await server.closed(number)
        }
        #expect(server.exchanges.map(\.connection) == [1, 2, 3])
    }

    @Test func aClientIsUsableAfterFailures() async throws {
        let server = try RawServer { _, number in number < 3 ? .sendAndReset("HTTP/1.1 200") : .ok("done") }
        defer { server.stop() }
        let client = HTTPClient()
        for _ in 0..<3 { #expect(await failureOf(.init(method: "GET", url: server.url), client) != nil) }
        let response = try await client.send(.init(method: "GET", url: server.url))
        #expect(response.body == Array("done".utf8))
    }
}
