import OrderedJSON
import RunbookModel
import RunbookRun
import RunbookTesting
import Testing

@testable import RunbookEngine

struct ActTests {
    @Test func keepsARequestOnTheDiskBeforeItIsSentUnlessItReads() async throws {
        var book = SampleBook()
        book.add(.run, "GET /x\nPUT /y", id: "put")
        let run = TestRun(book)
        #expect(await run.start().name == "passed")
        #expect(
            run.log.all == [
                "run-started", "flush", "attempt-started", "action-sent", "send GET /x", "action-answered",
                "action-sent",
                "flush", "send PUT /y", "action-answered", "step-passed", "run-finished", "flush",
            ])
    }

    @Test func repeatsWhatSurelyHadNoEffectWithinTheDeadline() async throws {
        var book = SampleBook()
        book.add(.run, "PUT /x", id: "put")
        let run = TestRun(book)
        run.handler.script("PUT /x", .refused(), .refused(), .ok())
        #expect(await run.start().name == "passed")
        #expect(run.handler.sent.count == 3)
        #expect(run.clock.sleeps.count == 2)
        #expect(run.clock.sleeps[0] <= .milliseconds(250) && run.clock.sleeps[1] <= .milliseconds(500))
        #expect(try run.step("put").exchanges.count == 1)
    }

    @Test(arguments: [0, 2])
    func repeatsNotMoreOftenThanItsAuthorSays(retry: Int) async throws {
        var book = SampleBook()
        book.add(.run, "PUT /x", id: "put") { $0.retry = SampleBook.located(retry) }
        let run = TestRun(book)
        run.handler.script("PUT /x", .refused())
        #expect(await run.start().name == "failed put")
        #expect(run.handler.sent.count == retry + 1)
        let step = try run.step("put")
        #expect(step.applied == .no && step.failure?.code == "action/refused" && step.failure?.command == "curl PUT /x")
    }

    @Test func givesUpAtTheDeadlineOfTheAttempt() async throws {
        var book = SampleBook()
        book.add(.run, "PUT /x", id: "put") { $0.timeout = SampleBook.located(.seconds(5)) }
        let run = TestRun(book)
        run.handler.script("PUT /x", .refused(after: .seconds(2)))
        #expect(await run.start().name == "failed put")
        #expect(run.clock.sleeps == [.seconds(2), .seconds(2)])
        #expect(run.handler.timeouts == [.seconds(5), .seconds(3), .seconds(1)])
    }

    @Test func doesNotHurryWhenATargetAsksForNoPause() {
        var backoff = Backoff()
        let pauses = (0..<50).map { _ in backoff.next(retryAfter: .zero) }
        #expect(pauses.contains { $0 > .seconds(1) })
        #expect(pauses.allSatisfy { $0 <= .seconds(10) })
        #expect(backoff.next(retryAfter: .seconds(60)) == .seconds(60))
    }

    @Test func gainsNothingByWaitingForAPermanentRefusal() async throws {
        var book = SampleBook()
        book.add(.run, "PUT /x", id: "put")
        let run = TestRun(book)
        run.handler.script("PUT /x", .refused("certificate", isPermanent: true))
        #expect(await run.start().name == "failed put")
        #expect(run.clock.sleeps.isEmpty)
    }

    @Test func repeatsAReadWhoseOutcomeIsUnknown() async throws {
        var book = SampleBook()
        book.add(.run, "GET /x", id: "get")
        let run = TestRun(book)
        run.handler.script("GET /x", .lost, .ok())
        #expect(await run.start().name == "passed")
        #expect(run.handler.sent == ["GET /x", "GET /x"])
    }

    @Test func doubtsAWriteWhoseOutcomeIsUnknown() async throws {
        var book = SampleBook()
        book.add(.run, "PUT /x", id: "put")
        book.add(.run, "PUT /y", id: "next")
        let run = TestRun(book)
        run.handler.script("PUT /x", .lost)
        #expect(await run.start().name == "waiting put")
        #expect(run.handler.sent == ["PUT /x"])
        let state = try run.state
        #expect(state.phase == .waiting && state.step("put").state == .inDoubt)
        #expect(state.step("put").doubt == "no answer in 30s")
    }

    @Test func neverRepeatsAnUnmetExpectation() async throws {
        var book = SampleBook()
        book.add(.run, "PUT /x", id: "put", [.expect(#"{"a":2}"#)]) { $0.retry = SampleBook.located(5) }
        let run = TestRun(book)
        run.handler.script("PUT /x", .ok(["a": 1]))
        #expect(await run.start().name == "failed put")
        #expect(run.handler.sent.count == 1)
        let step = try run.step("put")
        #expect(step.applied == .yes && step.failure?.code == "expect/unmet")
        #expect(step.failure?.differences == [.init(path: ".a", expected: "2", actual: "1")])
    }

    @Test(arguments: [(400, Applied.no), (500, .partly)])
    func saysWhetherAFailureChangedTheTarget(status: Int, applied: Applied) async throws {
        var book = SampleBook()
        book.add(.run, "PUT /x", id: "put")
        let run = TestRun(book)
        run.handler.script("PUT /x", .ok([:], status: status))
        #expect(await run.start().name == "failed put")
        #expect(try run.step("put").applied == applied)
    }

    @Test func stopsAtTheFirstRequestThatFails() async throws {
        var book = SampleBook()
        book.add(.run, "PUT /a\nPUT /b\nPUT /c", id: "put")
        let run = TestRun(book)
        run.handler.script("PUT /b", .ok([:], status: 400))
        #expect(await run.start().name == "failed put")
        #expect(run.handler.sent == ["PUT /a", "PUT /b"])
        #expect(try run.step("put").applied == .partly)
    }

    @Test func sendsNothingWhenTheTimeIsOverBeforeALaterRequest() async throws {
        var book = SampleBook()
        book.add(.run, "PUT /a\nPUT /b", id: "put") { $0.timeout = SampleBook.located(.seconds(5)) }
        let clock = LateClock()
        let run = TestRun(book, onPerform: { _ in clock.advance?(.seconds(6)) })
        clock.set { run.clock.advance($0) }
        #expect(await run.start().name == "failed put")
        #expect(run.handler.sent == ["PUT /a"])
        let step = try run.step("put")
        #expect(step.applied == .partly && step.failure?.code == "step/out-of-time")
    }

    @Test func acceptsTheStatusesThatItsAuthorNames() async throws {
        var book = SampleBook()
        for statuses in ["404", "4xx", "200,404"] {
            book.add(.run, "GET /x") { keys in
                keys.others = [.init(name: SampleBook.located("status"), value: SampleBook.located(statuses))]
            }
        }
        let run = TestRun(book)
        run.handler.script("GET /x", .ok([:], status: 404))
        #expect(await run.start().name == "passed")
    }

    @Test(arguments: [("{}", "answer/complaint"), (#"{"errors":true}"#, nil), (#"{"errors":"..."}"#, nil)])
    func failsOnAComplaintThatNoExpectationMentions(expected: String, code: String?) async throws {
        var book = SampleBook()
        book.add(.run, "PUT /x", id: "put", [.expect(expected)])
        let run = TestRun(book)
        run.handler.script(
            "PUT /x",
            .answered(.ok(["errors": true], complaints: [.init(field: "errors", message: "a line failed")])))
        _ = await run.start()
        #expect(try run.step("put").failure?.code == code)
    }

    @Test func judgesEachTargetAloneAndKeysCapturesByTarget() async throws {
        var book = SampleBook(targets: ["a", "b"])
        book.add(.run, "GET /x", on: ["a", "b"], [.assert(".ok == true"), .capture("second", ".b.name")])
        book.add(.run, "GET /${second}", id: "use", on: ["a"])
        let run = TestRun(book)
        run.handler.script("a:GET /x", .ok(["ok": true, "name": "one"]))
        run.handler.script("b:GET /x", .ok(["ok": true, "name": "two"]), .ok(["ok": false]))
        #expect(await run.start().name == "passed")
        #expect(run.handler.sent == ["GET /x", "GET /x", "GET /two"])

        let other = TestRun(book)
        other.handler.script("a:GET /x", .ok(["ok": true, "name": "one"]))
        other.handler.script("b:GET /x", .ok(["ok": false]))
        _ = await other.start()
        let failure = try other.state.steps.values.first { $0.state == .failed }?.failure
        #expect(failure?.target == "b" && failure?.code == "assert/unmet")
    }

    @Test func givesAListOfBodiesForSeveralRequests() async throws {
        var book = SampleBook()
        book.add(.run, "GET /a\nGET /b", [.expect(#"[{"n":1},{"n":2}]"#), .capture("n", ".1.n"), .assert("$n == 2")])
        let run = TestRun(book)
        run.handler.script("GET /a", .ok(["n": 1]))
        run.handler.script("GET /b", .ok(["n": 2]))
        #expect(await run.start().name == "passed")
    }

    @Test(arguments: [
        ("none", "capture/empty"), (".gone", "capture/empty"), (".list.[]", "capture/many"),
        ("fail: no", "capture/error"),
    ])
    func failsWithoutExactlyOneCapturedValue(filter: String, code: String) async throws {
        var book = SampleBook()
        book.add(.run, "GET /x", id: "get", [.capture("x", filter)])
        let run = TestRun(book)
        run.handler.script("GET /x", .ok(["list": [1, 2]]))
        #expect(await run.start().name == "failed get")
        #expect(try run.step("get").failure?.code == code)
    }

    @Test(arguments: [(".ok", nil), (".hits", "assert/not-a-test"), (".no", "assert/unmet"), ("none", "assert/unmet")])
    func holdsAnAssertOnlyWhenAllItsValuesAreTrue(filter: String, code: String?) async throws {
        var book = SampleBook()
        book.add(.run, "GET /x", id: "get", [.assert(filter)])
        let run = TestRun(book)
        run.handler.script("GET /x", .ok(["ok": true, "no": false, "hits": 3]))
        _ = await run.start()
        #expect(try run.step("get").failure?.code == code)
    }

    @Test func findsAMissingValueBeforeAnythingIsAskedOrSent() async throws {
        var book = SampleBook()
        book.parameter("name")
        book.add(.run, "PUT /a\nPUT /${name}", id: "put") { $0.confirm = SampleBook.template("Sure?") }
        let run = TestRun(book, answers: [.go])
        #expect(await run.start().name == "failed put")
        #expect(run.handler.sent.isEmpty && run.people.questions.isEmpty)
        #expect(try run.step("put").failure?.code == "value/unset")
    }
}
