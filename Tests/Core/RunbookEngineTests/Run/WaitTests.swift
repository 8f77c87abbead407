import OrderedJSON
import RunbookModel
import RunbookRun
import RunbookTesting
import Testing

@testable import RunbookEngine

struct WaitTests {
    private func run(
        within: Duration = .seconds(10), every: Duration = .seconds(2), holdsFor: Duration? = nil,
        timeout: Duration? = nil, _ checks: [SampleCheck] = [.assert(".ok")], _ outcomes: Outcome...
    ) async -> TestRun {
        var book = SampleBook()
        book.add(.verify, "GET /x", id: "v", checks) { keys in
            keys.within = SampleBook.located(within)
            keys.every = SampleBook.located(every)
            keys.holdsFor = holdsFor.map { SampleBook.located($0) }
            keys.timeout = timeout.map { SampleBook.located($0) }
        }
        let run = TestRun(book)
        if let first = outcomes.first { run.handler.script("GET /x", first, outcomes.dropFirst()) }
        _ = await run.start()
        return run
    }

    private static let no = Outcome.ok(["ok": false])
    private static let yes = Outcome.ok(["ok": true])

    @Test func pollsUntilItHolds() async throws {
        let run = await run([.assert(".ok")], Self.no, .ok([:], status: 404), Self.yes)
        #expect(run.clock.sleeps == [.seconds(2), .seconds(2)])
        let step = try run.step("v")
        #expect(step.state == .passed && step.tries == 3)
    }

    @Test(arguments: [
        Outcome.ok([:], status: 404), .ok([:], status: 503), .ok([:], status: 400), .refused(), .lost,
        .ok(["ok": false]),
    ])
    func takesWhatMayChangeForNotYet(first: Outcome) async throws {
        let run = await run([.assert(".ok")], first, Self.yes)
        #expect(try run.step("v").state == .passed)
        #expect(run.clock.sleeps == [.seconds(2)])
    }

    @Test(arguments: [
        Outcome.ok([:], status: 401), .ok([:], status: 403), .refused("certificate", isPermanent: true),
    ])
    func endsAtOnceWhenWaitingCannotHelp(first: Outcome) async throws {
        let run = await run([.assert(".ok")], first, Self.yes)
        let step = try run.step("v")
        #expect(step.state == .failed && step.applied == .no)
        #expect(run.clock.sleeps.isEmpty)
    }

    /// A target that may hold a request for 30 s is not cut off at the moment in which it responds; who waits less wants less.
    @Test(
        arguments: [
            (30, nil, 35), (34, nil, 35), (40, nil, 35), (120, nil, 35), (20, nil, 20), (0, nil, 35), (120, 30, 35),
            (120, 60, 60), (120, 10, 10), (10, 60, 10),
        ] as [(Int, Int?, Int)])
    func theFirstTryOutlastsItsTarget(within: Int, timeout: Int?, given: Int) async throws {
        var book = SampleBook()
        book.add(.verify, "GET /x?held", id: "v") { keys in
            keys.within = SampleBook.located(.seconds(within))
            keys.timeout = timeout.map { SampleBook.located(.seconds($0)) }
        }
        let run = TestRun(book)
        _ = await run.start()
        #expect(run.handler.timeouts == [.seconds(given)])
    }

    @Test func takesAFailingOrEmptyCaptureForNotYet() async throws {
        let run = await run([.capture("x", ".a.b")], .ok(["a": 1]), .ok([:]), .ok(["a": ["b": 1]]))
        #expect(try run.step("v").tries == 3)
    }

    @Test func startsNoPollAtItsCeilingOrBehindIt() async throws {
        let run = await run(within: .seconds(6), [.assert(".ok")], Self.no)
        #expect(run.handler.timeouts == [.seconds(6), .seconds(4), .seconds(2)])
        let step = try run.step("v")
        #expect(step.tries == 3 && step.failure?.code == "assert/unmet")
        #expect(step.failure?.message.hasPrefix("it did not pass within 6s (3 tries): ") == true)
    }

    /// The last try of the time that it must pass is made at its end.
    @Test func passesWhereEveryDoesNotDivideItsTime() async throws {
        let run = await run(
            within: .seconds(10), every: .seconds(4), holdsFor: .seconds(9), [.assert(".ok")], Self.yes, Self.yes,
            Self.yes, Self.yes)
        #expect(run.clock.sleeps == [.seconds(4), .seconds(4), .seconds(1)])
        #expect(try run.step("v").state == .passed)
    }

    @Test func startsItsTimeAgainAfterAGap() async throws {
        let run = await run(
            within: .seconds(30), every: .seconds(4), holdsFor: .seconds(6), [.assert(".ok")], Self.yes, Self.no,
            Self.yes, Self.yes, Self.yes)
        #expect(run.clock.sleeps == [.seconds(4), .seconds(4), .seconds(4), .seconds(2)])
        #expect(try run.step("v").state == .passed)
    }

    @Test func triesOnceWithoutACeiling() async throws {
        let run = await run(within: .zero, every: .zero, timeout: .seconds(7), [.assert(".ok")], Self.no, Self.yes)
        #expect(run.handler.timeouts == [.seconds(7)])
        #expect(try run.step("v").state == .failed)
    }

    @Test func cutsAPollAtItsTimeout() async throws {
        let run = await run(timeout: .seconds(3), [.assert(".ok")], Self.no, Self.yes)
        #expect(run.handler.timeouts == [.seconds(3), .seconds(3)])
    }

    @Test func tellsWhatItSawAndNotThatItsLastPollWasCut() async throws {
        let run = await run(within: .seconds(3), [.expect(#"{"n":2}"#)], .ok(["n": 1]), .lost)
        let failure = try #require(try run.step("v").failure)
        #expect(failure.code == "expect/unmet" && failure.differences.count == 1)
    }

    /// Tries that fail alike may have got different responses, and the last one says how it is now.
    @Test func failsWithTheResponseOfItsLastTry() async throws {
        let run = await run(
            within: .seconds(6), [.assert(".ok")], .ok(["ok": false, "n": 1]), .ok(["ok": false, "n": 2]))
        let step = try run.step("v")
        #expect(step.state == .failed && step.tries == 3)
        #expect(step.lastResponse?.text == #"{"ok":false,"n":2}"#)
    }

    @Test func mustHoldAtEveryPollForSoLong() async throws {
        let run = await run(
            within: .seconds(60), holdsFor: .seconds(4), [.assert(".ok")], Self.yes, Self.no, Self.yes, Self.yes,
            Self.yes)
        #expect(run.handler.sent.count == 5)
        #expect(try run.step("v").state == .passed)
    }

    @Test func countsHoldingInsideItsCeiling() async throws {
        let run = await run(within: .seconds(4), holdsFor: .seconds(60), [.assert(".ok")], Self.yes)
        let step = try run.step("v")
        #expect(step.state == .failed && step.failure?.code == "for/holding")
    }

    @Test func keepsTheFirstTryTheLastAndEachChange() async throws {
        let run = await run(
            within: .seconds(60), [.expect(#"{"n":9}"#)], .ok(["n": 1]), .ok(["n": 1]), .ok(["n": 2]), .ok(["n": 2]),
            .ok(["n": 9]))
        let tries = run.journal.events.compactMap { event -> Int? in
            if case .step(_, let event as StepPolled) = event { event.tries } else { nil }
        }
        #expect(tries == [1, 3, 5])
    }

    @Test func bringsWhatHappenedToTheDiskBeforeItSleeps() async throws {
        let run = await run([.assert(".ok")], Self.no, Self.yes)
        let log = run.log.all
        let sleep = try #require(log.firstIndex(of: "sleep 2s"))
        #expect(log[sleep - 1] == "flush" && log[..<sleep].contains("step-polled"))
    }

    @Test func comparesTargetsWithSame() async throws {
        var book = SampleBook(targets: ["a", "b"])
        book.add(.verify, "GET /n", id: "v", on: ["a", "b"]) { $0.same = SampleBook.filter(".n") }
        let run = TestRun(book)
        run.handler.script("a:GET /n", .ok(["n": 2]))
        run.handler.script("b:GET /n", .ok(["n": 1]), .ok(["n": 2]))
        #expect(await run.start().name == "passed")
        #expect(try run.step("v").tries == 2)
    }

    /// A misspelt filter gives nothing on each target, and has compared nothing.
    @Test func sameThatFindsNothingDoesNotPass() async throws {
        var book = SampleBook(targets: ["a", "b"])
        book.add(.verify, "GET /n", id: "v", on: ["a", "b"]) { $0.same = SampleBook.filter(".cuont") }
        let run = TestRun(book)
        run.handler.script("a:GET /n", .ok(["count": 2]))
        run.handler.script("b:GET /n", .ok(["count": 1]))
        #expect(await run.start().name != "passed")
        #expect(try run.step("v").failure?.code == "same/empty")
    }

    @Test func sameSaysWhereTheTargetsDiffer() async throws {
        var book = SampleBook(targets: ["a", "b"])
        book.add(.verify, "GET /n", id: "v", on: ["a", "b"]) { $0.same = SampleBook.filter(".hits") }
        let run = TestRun(book)
        func hits(_ city: String) -> JSON {
            [
                "hits": .array(
                    (0..<300).map { ["id": .number(JSONNumber($0)), "city": $0 == 171 ? .string(city) : "x"] })
            ]
        }
        run.handler.script("a:GET /n", .ok(hits("Berlin")))
        run.handler.script("b:GET /n", .ok(hits("Bern")))
        #expect(await run.start().name != "passed")
        let failure = try #require(try run.step("v").failure)
        #expect(failure.message.contains("`a` and `b` differ"))
        #expect(
            failure.differences == [
                .init(path: "[171].city", expected: #""Berlin" as on a"#, actual: #""Bern" on b"#)
            ])
    }

    @Test func asksBeforeAVerifyThatHasAGate() async throws {
        var book = SampleBook()
        book.add(.verify, "GET /x", id: "v") { $0.confirm = SampleBook.template("Look?") }
        let run = TestRun(book)
        #expect(await run.start().name == "waiting v")
        #expect(run.handler.sent.isEmpty)
    }
}
