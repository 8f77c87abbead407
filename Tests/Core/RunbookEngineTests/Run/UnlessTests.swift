import OrderedJSON
import RunbookModel
import RunbookRun
import RunbookTesting
import Testing

@testable import RunbookEngine

struct UnlessTests {
    private func book(gate: Bool = false) -> SampleBook {
        var book = SampleBook()
        book.add(.run, "PUT /x", id: "put") { keys in
            keys.unless = SampleBook.located(.next)
            if gate { keys.confirm = SampleBook.template("Sure?") }
        }
        book.add(.verify, "GET /x", id: "is_there", [.assert(".ok")])
        return book
    }

    @Test func sendsNothingAndAsksNothingWhenItHoldsAlready() async throws {
        let run = TestRun(book(gate: true), answers: [.go])
        run.handler.script("GET /x", .ok(["ok": true]))
        #expect(await run.start().name == "passed")
        #expect(run.handler.sent == ["GET /x", "GET /x"])
        #expect(run.people.questions.isEmpty)
        let step = try run.step("put")
        #expect(step.state == .satisfied && step.satisfiedBy == "is_there")
        #expect(step.lastResponse?.text == #"{"ok":true}"#)
    }

    /// Whoever watches can be told that it is tried; a step under way tells of itself.
    @Test func isSaidToBeTried() async throws {
        let run = TestRun(book())
        run.handler.script("GET /x", .ok(["ok": false]), .ok(["ok": true]))
        #expect(await run.start().name == "passed")
        #expect(run.handler.sent == ["GET /x", "PUT /x", "GET /x"])
        #expect(run.looks.all == ["is_there"])
    }

    /// The step begins when its check is tried.
    @Test func itsTimeIsThatOfTheStep() async throws {
        let clock = LateClock()
        let run = TestRun(book(), onPerform: { _ in clock.advance?(.seconds(3)) })
        clock.set { run.clock.advance($0) }
        run.handler.script("GET /x", .ok(["ok": false]), .ok(["ok": true]))
        run.handler.script("PUT /x", .ok([:], status: 400))
        #expect(await run.start().name == "failed put")
        let step = try run.step("put")
        let began = try #require(step.attemptStarted)
        // The journal of a test stamps all events with the same time.
        #expect(step.finished?.since(began) == .seconds(3))
        #expect(step.started == began)
    }

    @Test(arguments: [Outcome.ok([:], status: 404), .ok(["ok": false])])
    func actsWhenItDoesNotHold(answer: Outcome) async throws {
        let run = TestRun(book())
        run.handler.script("GET /x", answer, .ok(["ok": true]))
        #expect(await run.start().name == "passed")
        #expect(run.handler.sent == ["GET /x", "PUT /x", "GET /x"])
    }

    @Test(arguments: [
        Outcome.ok([:], status: 401), .ok([:], status: 403), .ok([:], status: 500), .refused(), .lost,
        .answered(.ok(["ok": false], complaints: [.init(field: "_shards.failed", message: "1 shard failed")])),
    ])
    func failsWhenItCannotBeTold(answer: Outcome) async throws {
        let run = TestRun(book())
        run.handler.script("GET /x", answer, .ok(["ok": false]))
        #expect(await run.start().name == "failed put")
        #expect(run.handler.sent == ["GET /x"])
        let step = try run.step("put")
        #expect(step.applied == .no && step.failure?.code == "unless/unknown")
    }

    /// A target that has too many requests was not asked anything yet.
    @Test func waitsForATargetThatIsBusy() async throws {
        let run = TestRun(book())
        let busy = Outcome.refused(Refusal(reason: "status 429, too many requests", response: .ok([:], status: 429)))
        run.handler.script("GET /x", busy, busy, .ok(["ok": true]))
        #expect(await run.start().name == "passed")
        #expect(run.handler.sent == ["GET /x", "GET /x", "GET /x", "GET /x"])
        #expect(try run.step("put").state == .satisfied)
    }

    @Test func isTriedAgainBehindAGate() async throws {
        let run = TestRun(book(gate: true), answers: [.go])
        run.handler.script("GET /x", .ok(["ok": false]), .ok(["ok": true]))
        #expect(await run.start().name == "passed")
        #expect(
            run.log.all.filter { $0.hasPrefix("send") || $0.hasPrefix("ask") }.prefix(3) == [
                "send GET /x", "ask put", "send GET /x",
            ])
        #expect(try run.step("put").state == .satisfied)
    }

    /// That it passes already may only keep it from settling a doubt later.
    @Test func makesNoStepNeedlessThatActsInEveryRun() async throws {
        var book = book()
        book.steps[0].keys.repeats = true
        let run = TestRun(book)
        run.handler.script("GET /x", .ok(["ok": true]))
        #expect(await run.start().name == "passed")
        #expect(run.handler.sent == ["GET /x", "PUT /x", "GET /x"])
    }

    @Test func givesTheCapturesOfTheCheck() async throws {
        var book = SampleBook()
        book.add(.run, "PUT /x", id: "put", [.capture("name", ".created")]) { $0.unless = SampleBook.located(.next) }
        book.add(.verify, "GET /x", id: "found", [.capture("name", ".found"), .capture("other", ".found")])
        book.add(.run, "GET /${name}", id: "use")
        let run = TestRun(book)
        run.handler.script("GET /x", .ok(["found": "n1"]))
        #expect(await run.start().name == "passed")
        #expect(run.handler.sent.last == "GET /n1")
        #expect(try run.step("put").values.captures == JSONObject([("name", "n1")]))
    }
}
