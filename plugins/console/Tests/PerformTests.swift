import ConsoleHandler
import HTTPServer
import OrderedJSON
import RunbookModel
import RunbookPlugin
import Synchronization
import Testing

@Suite struct PerformTests {
    /// What becomes of a request when the server replies so.
    private func outcome(
        _ reply: HTTPServer.Reply, _ action: Action = Action("PUT", "/a", body: "{}\n")
    ) async throws -> Outcome {
        try await HTTPServer.serving({ _ in reply }) { server in
            await ConsoleHandler().perform(action, on: Target(url: server.url), timeout: .seconds(60))
        }
    }

    @Test func sendsWhatTheActionSays() async throws {
        let seen = Mutex<[HTTPServer.Request]>([])
        try await HTTPServer.serving({ request in
            seen.withLock { $0.append(request) }
            return .json(200, "{}")
        }) { server in
            let handler = ConsoleHandler()
            let target = Target(
                url: server.url + "/base/", settings: [("user", "elastic")], secrets: ["password": "s3cret"])
            for action in [
                Action("GET", "/a/_search", query: "q=x%20y", body: "{}\n", effect: .read),
                Action("POST", "/_bulk", body: "{}\n{}\n"), Action("DELETE", "/a", effect: .destroy),
                Action("HEAD", "/a", effect: .read),
            ] {
                let outcome = await handler.perform(action, on: target, timeout: .seconds(60))
                #expect(outcome.response?.status == 200)
            }
        }
        let requests = seen.withLock { $0 }
        #expect(
            requests.map { "\($0.method) \($0.target)" } == [
                "GET /base/a/_search?q=x%20y", "POST /base/_bulk", "DELETE /base/a", "HEAD /base/a",
            ])
        func header(_ request: HTTPServer.Request, _ name: String) -> String? {
            request.headers.first { $0.name.lowercased() == name }?.value
        }
        #expect(requests.map { String(decoding: $0.body, as: UTF8.self) } == ["{}\n", "{}\n{}\n", "", ""])
        #expect(
            requests.map { header($0, "content-type") } == ["application/json", "application/json", nil, nil])
        #expect(requests.allSatisfy { header($0, "authorization") == "Basic ZWxhc3RpYzpzM2NyZXQ=" })
    }

    @Test(arguments: [
        (200, Response.Verdict.success), (201, .success), (301, .rejected), (400, .rejected), (401, .denied),
        (403, .denied), (404, .missing), (409, .rejected), (500, .broken),
    ])
    func anyCompleteResponseIsAnAnswer(status: Int, verdict: Response.Verdict) async throws {
        let response = try #require(
            try await outcome(.json(status, "{\"a\":1.10}", headers: [("Warning", "x"), ("X-Y", "z")])).response)
        #expect(response.status == status)
        #expect(response.verdict == verdict)
        #expect(response.body.text() == "{\"a\":1.10}")
        #expect(response.text == "{\"a\":1.10}")
        #expect(response.headers["warning"] == "x")
        #expect(response.headers["x-y"] == "z")
    }

    @Test func aBodyThatIsNoJSONIsAString() async throws {
        let reply = HTTPServer.Reply.response(HTTPServer.Response(status: 200, body: Array("green open a\n".utf8)))
        #expect(try await outcome(reply).response?.body == "green open a")
    }

    private static let productError = "{\"error\":{\"type\":\"t\",\"reason\":\"too busy\"},\"status\":429}"

    @Test(arguments: [429, 503])
    func theProductsOwnRefusalIsSurelyNotDone(status: Int) async throws {
        let refusal = try #require(
            try await outcome(.json(status, Self.productError, headers: [("Retry-After", "7")])).refusal)
        #expect(refusal.reason == "status \(status): too busy")
        #expect(refusal.retryAfter == .seconds(7))
        #expect(!refusal.isPermanent)
        #expect(refusal.response?.status == status)
    }

    @Test(arguments: [502, 503, 504])
    func aGatewaysErrorIsUnknown(status: Int) async throws {
        let reply = HTTPServer.Reply.response(
            HTTPServer.Response(status: status, body: Array("<html>\nupstream".utf8)))
        let reason = try #require(try await outcome(reply).unknownReason)
        #expect(reason.hasPrefix("status \(status)"))
        #expect(reason.hasSuffix("(`<html>`)"))
    }

    @Test(arguments: [
        HTTPServer.Reply.close, .reset, .garbage(Array("SSH-2.0\r\n\r\n".utf8)),
        .cut(HTTPServer.Response(status: 200, body: Array("{\"acknowledged\":true}".utf8)), after: 5),
    ])
    func aFaultAfterSendingIsUnknown(reply: HTTPServer.Reply) async throws {
        #expect(try await outcome(reply).unknownReason != nil)
    }

    @Test func aTimeOutAfterSendingIsUnknown() async throws {
        try await HTTPServer.serving({ _ in
            try? await Task.sleep(for: .seconds(60))
            return .close
        }) { server in
            let outcome = await ConsoleHandler().perform(
                Action("PUT", "/a"), on: Target(url: server.url), timeout: .milliseconds(200))
            #expect(outcome.unknownReason?.contains("sent no complete response") == true)
            await server.stop(grace: .zero)
        }
    }

    @Test func noConnectionIsSurelyNotDone() async throws {
        let port = try ClosedPort()
        let outcome = await ConsoleHandler().perform(
            Action("PUT", "/a"), on: Target(url: port.url), timeout: .seconds(5))
        let refusal = try #require(outcome.refusal)
        #expect(!refusal.isPermanent)
        #expect(refusal.reason.hasPrefix("cannot connect to `\(port.url.dropFirst(7))`"))
    }

    @Test(arguments: [
        (
            "{\"errors\":true,\"items\":[{\"index\":{\"error\":{\"reason\":\"bad\"}}},{\"index\":{}}]}", "errors",
            "1 of 2 actions failed, the first: bad"
        ),
        ("{\"errors\":\"true\"}", "errors", "it says that a part failed"),
        ("{\"timed_out\":true}", "timed_out", "the result is not complete"),
        ("{\"_shards\":{\"total\":5,\"failed\":2}}", "_shards.failed", "2 of 5 shards failed"),
        ("{\"acknowledged\":false}", "acknowledged", "not every node confirmed it in time"),
    ])
    func anAnswerCanSaySuccessAndFail(body: String, field: String, message: String) async throws {
        let response = try #require(try await outcome(.json(200, body)).response)
        #expect(response.verdict == .success)
        #expect(response.complaints == [Response.Complaint(field: field, message: message)])
        let failed = try #require(try await outcome(.json(400, body)).response)
        #expect(failed.complaints.isEmpty)
    }

    @Test(arguments: [
        "{\"errors\":false,\"timed_out\":false,\"_shards\":{\"failed\":0},\"acknowledged\":true}", "[]", "true",
        "{\"errors\":\"false\"}", "{\"_shards\":[]}",
    ])
    func otherAnswersDoNotComplain(body: String) async throws {
        #expect(try await outcome(.json(200, body)).response?.complaints == [])
    }

    @Test(arguments: [
        Action("POST", "/a/_delete_by_query", body: "{}\n"), Action("DELETE", "/a"),
        Action("POST", "/_bulk", body: "{\"delete\":{}}\n"), Action("PUT", "/a", effect: .read),
    ])
    func whatBecameWorseThanItWasShownIsNotSent(action: Action) async throws {
        try await HTTPServer.serving({ _ in
            Issue.record("a request was sent")
            return .close
        }) { server in
            let outcome = await ConsoleHandler().perform(action, on: Target(url: server.url), timeout: .seconds(5))
            #expect(outcome.refusal?.isPermanent == true)
        }
    }

    @Test func aTargetWithoutURLIsRefused() async {
        let target = Target(
            name: "x", kind: "elasticsearch", properties: JSONObject(), settings: JSONObject(), secrets: [:])
        let outcome = await ConsoleHandler().perform(
            Action("GET", "/", effect: .read), on: target, timeout: .seconds(1))
        #expect(outcome.refusal?.reason == "the target `x` has no `url`")
    }
}
