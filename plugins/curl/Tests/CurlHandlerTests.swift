import CurlHandler
import HTTPServer
import OrderedJSON
import RunbookModel
import RunbookPlugin
import Synchronization
import Testing

@Suite struct CurlHandlerTests {
    private let handler = CurlHandler()

    /// The requests that a server gets when all actions of a block are performed, and their outcomes.
    private func perform(
        _ block: String, values: [String: JSON] = [:], secrets: [String: String] = ["password": "own"]
    ) async throws -> (requests: [HTTPServer.Request], outcomes: [Outcome]) {
        let seen = Mutex<[HTTPServer.Request]>([])
        var outcomes: [Outcome] = []
        let names = ["leader"] + values.keys
        try await HTTPServer.serving({ request in
            seen.withLock { $0.append(request) }
            return .response(HTTPServer.Response(status: 200, body: Array("{}".utf8)))
        }) { server in
            let target = Target(url: server.url, settings: [("user", "elastic")], secrets: secrets)
            let text = block.replacing("SERVER", with: server.url)
            let preparation = handler.prepare(StepDraft(text, names: names))
            #expect(preparation.diagnostics.allSatisfy { $0.severity < .error })
            for template in preparation.actions {
                outcomes.append(
                    await handler.perform(try template.action(values), on: target, timeout: .seconds(60)))
            }
        }
        return (seen.withLock { $0 }, outcomes)
    }

    private func authorization(_ request: HTTPServer.Request) -> String? {
        request.headers.first { $0.name.lowercased() == "authorization" }?.value
    }

    @Test func sendsToTheTargetWhatTheCommandsSay() async throws {
        let (requests, _) = try await perform(
            """
            curl -k -XPUT "https://$LEADER:9/$INDEX/_doc/1" -H 'Content-Type: application/json' -d "{\\"a\\":\\"$INDEX\\"}"
            curl -G SERVER/_search -d q=x
            """, values: ["index": "a\"b"])
        #expect(requests.map { "\($0.method) \($0.target)" } == ["PUT /a%22b/_doc/1", "GET /_search?q=x"])
        #expect(requests.map { String(decoding: $0.body, as: UTF8.self) } == ["{\"a\":\"a\\\"b\"}", ""])
        #expect(requests.map(authorization) == ["Basic ZWxhc3RpYzpvd24=", "Basic ZWxhc3RpYzpvd24="])
    }

    @Test(arguments: [["password": "own"], ["api_key": "own"], ["bearer": "own"]])
    func aUserOfTheCommandTakesThePlaceOfTheTargets(secrets: [String: String]) async throws {
        let (requests, _) = try await perform(
            "curl -u \"admin:$PW\" $LEADER", values: ["pw": "s3cret"], secrets: secrets)
        #expect(requests.map(authorization) == ["Basic YWRtaW46czNjcmV0"])
    }

    @Test func anotherServerThanTheTargetsIsNotAsked() async throws {
        let (requests, outcomes) = try await perform("curl -XDELETE http://localhost:1/index")
        #expect(requests.isEmpty)
        guard case .refused(let refusal)? = outcomes.first else {
            Issue.record("\(outcomes)")
            return
        }
        #expect(refusal.isPermanent)
        #expect(
            refusal.reason.hasPrefix(
                "the command contains the address http://localhost:1, but the target `leader` is at "))
    }

    @Test(
        arguments: [
            (["localhost:1"], true), (["http://localhost:1"], true), (["https://localhost:1"], false),
            (["localhost:2", "127.0.0.1:1"], true), (["localhost"], false), ([], false),
        ] as [([JSON], Bool)])
    func anAddressOfTheDeclarationMeansTheTarget(addresses: [JSON], isMeant: Bool) async throws {
        let seen = Mutex(0)
        try await HTTPServer.serving({ _ in
            seen.withLock { $0 += 1 }
            return .response(HTTPServer.Response(status: 200, body: Array("{}".utf8)))
        }) { server in
            let target = RunbookModel.Target(
                name: "leader", kind: "elasticsearch", properties: JSONObject(),
                settings: JSONObject([("url", .string(server.url))]), secrets: [:],
                requirements: JSONObject([("addresses", .array(addresses))]))
            let template = try #require(handler.prepare(StepDraft("curl http://localhost:1/a")).actions.first)
            #expect(handler.review(template, on: target).isEmpty == isMeant)
            let outcome = await handler.perform(try template.action(), on: target, timeout: .seconds(60))
            if case .answered = outcome { #expect(isMeant) } else { #expect(!isMeant, "\(outcome)") }
        }
        #expect(seen.withLock { $0 } == (isMeant ? 1 : 0))
    }

    @Test func aValueCannotMakeARequestWorse() async throws {
        let (requests, outcomes) = try await perform(
            "curl -XPOST $LEADER/a/$API", values: ["api": "_delete_by_query"])
        #expect(requests.isEmpty)
        guard case .refused(let refusal)? = outcomes.first else {
            Issue.record("\(outcomes)")
            return
        }
        #expect(refusal.isPermanent)
    }

    @Test func effectsAreThoseOfConsoleRequests() {
        let preparation = handler.prepare(
            StepDraft("curl $LEADER/a\ncurl -XPOST $LEADER/a/_search\ncurl -XPUT $LEADER/a\ncurl -XDELETE $LEADER/a"))
        #expect(preparation.actions.map(\.effect) == [.read, .read, .write, .destroy])
    }

    @Test func readsTheKeyStatus() {
        let good = handler.prepare(StepDraft("curl $LEADER/a", keys: [("status", "2xx,404")]))
        #expect(good.statuses == ["2xx", "404"])
        let bad = handler.prepare(StepDraft("curl $LEADER/a", keys: [("status", "ok")]))
        #expect(bad.diagnostics.map(\.code) == ["status/malformed"])
    }

    @Test func commandsToPasteKeepTheUser() throws {
        let target = Target(url: "https://es:9200", secrets: ["api_key": "k"])
        let preparation = handler.prepare(StepDraft("curl -u 'admin:admin' $LEADER/a"))
        let action = try #require(preparation.actions.first).action()
        #expect(handler.command(for: action, on: target) == "curl -sS -X GET -u 'admin:admin' 'https://es:9200/a'")
    }
}
