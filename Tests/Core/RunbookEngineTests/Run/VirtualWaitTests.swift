import OrderedJSON
import RunbookModel
import RunbookRun
import RunbookTesting
import Testing

@testable import RunbookEngine

/// A sandbox on virtual time answers at once what a server would hold: the time counts all the same.
struct VirtualWaitTests {
    private func run(
        _ role: Step.Role = .verify, _ request: String = "GET /x", within: Duration? = nil, timeout: Duration? = nil,
        waited: String = "2000", isEmulated: Bool = true, _ body: JSON = ["ok": false]
    ) async -> TestRun {
        var book = SampleBook()
        book.add(role, request, id: "v", role == .verify ? [.assert(".ok")] : []) { keys in
            keys.within = within.map { SampleBook.located($0) }
            keys.every = role == .verify ? SampleBook.located(.seconds(1)) : nil
            keys.timeout = timeout.map { SampleBook.located($0) }
        }
        var run = TestRun(book)
        run.targets = [
            "es": Target(
                name: "es", kind: "elasticsearch", properties: JSONObject(), settings: JSONObject(), secrets: [:],
                isEmulated: isEmulated)
        ]
        let response = Response(
            status: 200, verdict: .success, headers: JSONObject([("sandbox-waited-ms", .string(waited))]), body: body,
            text: body.text())
        run.handler.script(request, .answered(response))
        _ = await run.start()
        return run
    }

    /// Each row: how long a response waits, how long a try may take, and how many tries fit into six seconds.
    @Test(
        arguments: [
            ("2000", nil, 2), ("0", nil, 6), ("40000", nil, 1), ("30000", .seconds(1), 3), ("nonsense", nil, 6),
            ("-5", nil, 6),
        ] as [(String, Duration?, Int)])
    func aHeldCheckUsesUpItsTime(waited: String, timeout: Duration?, tries: Int) async throws {
        let run = await run(within: .seconds(6), timeout: timeout, waited: waited)
        let step = try run.step("v")
        #expect(step.state == .failed && step.tries == tries)
        #expect(run.clock.now() <= .seconds(6))
    }

    /// The last try begins before the limit and is cut at it, whatever its own time limit is.
    @Test func theTryInProgressIsCutAtTheLimit() async throws {
        var book = SampleBook()
        book.add(.verify, "GET /x\nGET /y", id: "v", [.assert(".[1].ok")]) { keys in
            keys.within = SampleBook.located(.seconds(10))
            keys.every = SampleBook.located(.seconds(1))
            keys.timeout = SampleBook.located(.seconds(60))
        }
        var run = TestRun(book)
        run.targets = [
            "es": Target(
                name: "es", kind: "elasticsearch", properties: JSONObject(), settings: JSONObject(), secrets: [:],
                isEmulated: true)
        ]
        func held(_ milliseconds: Int, _ body: JSON) -> Outcome {
            .answered(
                Response(
                    status: 200, verdict: .success,
                    headers: JSONObject([("sandbox-waited-ms", .string("\(milliseconds)"))]), body: body,
                    text: body.text()))
        }
        run.handler.script("GET /x", held(2000, [:]))
        run.handler.script("GET /y", held(3000, ["ok": false]), [held(50_000, ["ok": true])])
        _ = await run.start()
        let step = try run.step("v")
        #expect(step.state == .failed && step.tries == 2)
        #expect(run.handler.timeouts == [.seconds(10), .seconds(8), .seconds(4), .seconds(2)])
        #expect(run.clock.now() == .seconds(10))
    }

    @Test func aHeldWriteThatIsCutIsInDoubt() async throws {
        let run = await run(.run, "PUT /x", timeout: .seconds(1))
        #expect(try run.step("v").state == .inDoubt)
        #expect(run.journalText.contains("no response within 1s"))
    }

    @Test func aHeldWriteInTimePasses() async throws {
        let run = await run(.run, "PUT /x", timeout: .seconds(3))
        #expect(try run.step("v").state == .passed)
        #expect(run.clock.now() == .seconds(2))
    }

    @Test func aRealTargetIsNotBelieved() async throws {
        let run = await run(within: .seconds(6), waited: "40000", isEmulated: false, ["ok": true])
        #expect(try run.step("v").state == .passed)
        #expect(run.clock.now() == .zero)
    }
}
