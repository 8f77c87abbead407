import OrderedJSON
import RunbookModel
import RunbookRun
import RunbookTesting
import Testing

@testable import RunbookEngine

/// What settles a doubt: a token, the step's check, the checks that follow, then a person; never a flag.
struct DoubtTests {
    /// A step that is checked by `GET /a`, or by nothing before it.
    private func book(_ requests: String = "PUT /a", targets: [String] = ["es"], checkOn: [String] = []) -> SampleBook {
        var book = SampleBook(targets: targets)
        book.add(.run, requests, id: "put", on: [targets[0]]) { $0.unless = SampleBook.located(.next) }
        book.add(.verify, "GET /a", id: "there", on: checkOn.isEmpty ? [targets[0]] : checkOn) {
            $0.within = SampleBook.located(.zero)
        }
        return book
    }

    private static let no = Outcome.ok([:], status: 404)

    private func settlements(_ run: TestRun) -> [DoubtSettled] {
        run.journal.events.compactMap { event in
            if case .step(_, let settled as DoubtSettled) = event { settled } else { nil }
        }
    }

    @Test func theStepsOwnCheckSettlesWhatWasDone() async throws {
        let run = TestRun(book())
        run.handler.script("GET /a", Self.no, Self.no, .ok())
        run.handler.script("PUT /a", .lost)
        #expect(await run.start().name == "passed")
        #expect(run.handler.sent.filter { $0 == "PUT /a" }.count == 1)
        let settled = try #require(settlements(run).first)
        #expect(settled.applied && settled.by == "check" && settled.checks == ["there"])
        #expect(settlements(run).count == 1)
    }

    @Test func whatItsCheckDoesNotFindInTimeIsSentAgain() async throws {
        let run = TestRun(book())
        run.handler.script("GET /a", Self.no)
        run.handler.script("PUT /a", .lost, .ok())
        #expect(await run.start().name == "failed there")
        #expect(try run.step("put").state == .passed)
        #expect(run.handler.sent.filter { $0 == "PUT /a" }.count == 2)
        #expect(settlements(run).map(\.applied) == [false])
        // It was looked for as long as what was sent could still arrive.
        #expect(run.clock.sleeps.reduce(.zero, +) >= StepTiming.timeout)
    }

    @Test func aStepThatIsLostAgainAndAgainFailsAndHasChangedNothing() async throws {
        let run = TestRun(book())
        run.handler.script("GET /a", Self.no)
        run.handler.script("PUT /a", .lost)
        #expect(await run.start().name == "failed put")
        #expect(run.handler.sent.filter { $0 == "PUT /a" }.count == 3)
        let step = try run.step("put")
        #expect(step.applied == .no && step.failure?.code == "action/unknown")
    }

    /// Each row: what is sent, on which targets the check looks, what it says, and how the run ends.
    @Test(
        arguments: [
            // Not the last of its step: that the check does not hold yet says nothing.
            ("PUT /a\nPUT /b", ["es"], DoubtTests.no, "waiting put"),
            // Another system of the same kind cannot have seen it.
            ("PUT /a", ["fs"], DoubtTests.no, "waiting put"),
            ("PUT /a", ["fs"], Outcome.ok(), "waiting put"),
            // Nobody knows.
            ("PUT /a", ["es"], Outcome.ok([:], status: 503), "waiting put"),
            ("PUT /a", ["es"], Outcome.ok([:], status: 401), "waiting put"),
            ("PUT /a", ["es"], Outcome.refused(), "waiting put"),
        ] as [(String, [String], Outcome, String)])
    func whatCannotBeToldIsLeftToAPerson(
        requests: String, checkOn: [String], seen: Outcome, ending: String
    ) async throws {
        let run = TestRun(book(requests, targets: ["es", "fs"], checkOn: checkOn))
        run.handler.script("GET /a", Self.no, seen)
        run.handler.script("PUT /a", .lost)
        #expect(await run.start().name == ending)
        #expect(run.handler.sent.filter { $0 == "PUT /a" }.count == 1)
        #expect(settlements(run).isEmpty)
    }

    @Test func aCheckOverSeveralTargetsIsAskedOnTheOneInDoubt() async throws {
        var book = SampleBook(targets: ["es", "fs"])
        book.add(.run, "PUT /a", id: "put", on: ["es", "fs"]) { $0.unless = SampleBook.located(.next) }
        book.add(.verify, "GET /a", id: "there", on: ["es", "fs"]) { $0.within = SampleBook.located(.zero) }
        let run = TestRun(book)
        run.handler.script("es:GET /a", Self.no, .ok())
        run.handler.script("es:PUT /a", .lost)
        run.handler.script("fs:GET /a", .ok())
        #expect(await run.start().name == "passed")
        #expect(run.handler.actions.filter { $0.effect > .read }.map(\.target) == ["es", "fs"])
    }

    @Test(arguments: [true, false])
    func theChecksThatFollowSettleWhatWasDone(hold: Bool) async throws {
        var book = SampleBook()
        book.add(.run, "PUT /a", id: "put")
        book.add(.verify, "GET /a", id: "one")
        book.add(.verify, "GET /b", id: "two")
        book.add(.run, "PUT /b", id: "other")
        book.add(.verify, "GET /c", id: "three")
        let run = TestRun(book)
        run.handler.script("PUT /a", .lost)
        run.handler.script("GET /b", Self.no, hold ? .ok() : Self.no)
        #expect(await run.start().name == (hold ? "passed" : "waiting put"))
        #expect(settlements(run).map(\.checks) == (hold ? [["one", "two"]] : []))
        #expect(run.handler.sent.contains("GET /c") == hold)
    }

    /// Each row: what the check that follows says before the write and after it, and how the run ends.
    @Test(
        arguments: [
            (DoubtTests.no, Outcome.ok(), "passed"), (DoubtTests.no, DoubtTests.no, "waiting put"),
            // It held without the write.
            (.ok(), .ok(), "waiting put"),
            // Nobody knows whether it did.
            (.lost, .ok(), "waiting put"), (.ok([:], status: 503), .ok(), "waiting put"),
        ] as [(Outcome, Outcome, String)], [false, true])
    func onlyACheckThatDidNotHoldBeforeSaysSomething(
        row: (before: Outcome, after: Outcome, ending: String), isUnless: Bool
    ) async throws {
        var book = SampleBook()
        book.add(.run, "PUT /a", id: "put") {
            // Every run sends it, so its check is not tried before.
            $0.repeats = true
            if isUnless { $0.unless = SampleBook.located(.next) }
        }
        book.add(.verify, "GET /a", id: "there") { $0.within = SampleBook.located(.zero) }
        let run = TestRun(book)
        run.handler.script("GET /a", row.before, row.after)
        run.handler.script("PUT /a", .lost, .ok())
        let isResent = isUnless && row.ending == "waiting put" && row.after.isMissing
        #expect(await run.start().name == (isResent ? "failed there" : row.ending))
        #expect(run.handler.sent.filter { $0 == "PUT /a" }.count == (isResent ? 2 : 1))
        #expect(run.handler.sent.first == "GET /a")
    }

    /// What was seen before the write is known to the process that finds it in doubt.
    @Test(arguments: [true, false])
    func theJournalKeepsThatACheckDidNotHoldBefore(held: Bool) async throws {
        var book = SampleBook()
        book.add(.run, "PUT /a", id: "put")
        book.add(.verify, "GET /a", id: "there")
        let first = TestRun(book)
        first.handler.script("GET /a", held ? .ok() : Self.no, .ok())
        _ = await first.start()
        let events = first.journal.events
        let index = try #require(events.firstIndex { $0.kind == "action-sent" })
        let run = TestRun(book)
        let ending = try await run.resume(after: Array(events[...index]))
        #expect(ending.name == (held ? "waiting put" : "passed"))
        #expect(!run.handler.sent.contains("PUT /a"))
    }

    /// A check that may keep the run waiting is not tried before, and a step that is sent twice safely needs none.
    @Test(arguments: ["PUT /a\n\nGET /b?held", "MAKE /a\n\nGET /b"])
    func noCheckIsTriedBeforeWhereThatTellsNothing(texts: String) async throws {
        let texts = texts.split(separator: "\n").map(String.init)
        var book = SampleBook()
        book.add(.run, texts[0], id: "put")
        book.add(.verify, texts[1], id: "there")
        let run = TestRun(book)
        #expect(await run.start().name == "passed")
        #expect(run.handler.sent == texts)
    }

    /// What a shell or a cloud was asked for is often seen on a system of another kind.
    @Test(arguments: [("elasticsearch", "waiting put"), ("cloud", "passed")])
    func aCheckOnAnotherKindOfSystemMaySeeIt(kind: String, ending: String) async throws {
        var run = TestRun(book(targets: ["es", "fs"], checkOn: ["fs"]))
        for (name, kind) in ["es": kind, "fs": "elasticsearch"] {
            run.targets[name] = Target(name: name, kind: kind, properties: [:], settings: [:], secrets: [:])
        }
        run.handler.script("GET /a", Self.no, .ok())
        run.handler.script("PUT /a", .lost)
        #expect(await run.start().name == ending)
    }

    @Test func aCheckBehindWhatElseActsSaysNothing() async throws {
        var book = SampleBook()
        book.add(.run, "PUT /a", id: "put")
        book.add(.run, "PUT /b", id: "other")
        book.add(.verify, "GET /a", id: "one")
        let run = TestRun(book)
        run.handler.script("PUT /a", .lost)
        #expect(await run.start().name == "waiting put")
        #expect(run.handler.sent == ["PUT /a"])
    }

    /// What follows may only tell of the target that was written, and from the same item or section.
    @Test(
        arguments: [
            (["es"], false, "passed", ["one"]), (["fs"], false, "waiting put", []), (["es"], true, "waiting put", []),
            (["fs"], true, "waiting put", []), (["es", "fs"], false, "passed", ["one"]),
        ] as [([String], Bool, String, [String])])
    func aCheckThatFollowsElsewhereSaysNothing(
        targets: [String], inAnotherItem: Bool, ending: String, checks: [String]
    ) async throws {
        var book = SampleBook(targets: ["es", "fs"])
        book.add(.run, "PUT /a", id: "put", on: ["es"])
        book.add(.verify, "GET /a", id: "one", on: targets)
        book.add(.verify, "GET /b", id: "two", on: ["fs"])
        if inAnotherItem { for index in 1...2 { book.steps[index].container = 7 } }
        let run = TestRun(book)
        run.handler.script("GET /a", Self.no, .ok())
        run.handler.script("PUT /a", .lost)
        #expect(await run.start().name == ending)
        #expect(settlements(run).flatMap(\.checks) == checks)
        #expect(run.handler.actions.filter { $0.effect > .read }.count == 1)
    }

    @Test(arguments: [true, false], [true, false])
    func resumingSettlesWhatADeadProcessLeft(wasDone: Bool, isLong: Bool) async throws {
        let first = TestRun(book())
        first.handler.script("GET /a", Self.no)
        _ = await first.start()
        let events = first.journal.events
        let index = try #require(events.firstIndex { $0.kind == "action-sent" })
        let run = TestRun(book())
        if isLong { run.clock.advance(.seconds(600)) }
        run.handler.script("GET /a", wasDone ? .ok() : Self.no)
        #expect(try await run.resume(after: Array(events[...index])).name == (wasDone ? "passed" : "failed there"))
        #expect(run.handler.sent.filter { $0 == "PUT /a" }.count == (wasDone ? 0 : 1))
        // What was sent long ago does not arrive any more.
        let slept = run.clock.sleeps.reduce(.zero, +)
        #expect(wasDone || isLong ? slept == .zero : slept >= StepTiming.timeout)
    }

    /// Each row: a write that got no response until its time was over, when its check sees it, how often it is sent, and
    /// the least time for which the check is tried.
    @Test(
        arguments: [
            // The server works on it after the client has gone.
            ("POST /a", 3, 1, 0), ("POST /a", 99, 2, 30),
            // Two of it are one.
            ("PUT /a", 99, 2, 0),
        ] as [(String, Int, Int, Int)])
    func whatWouldBeDoneTwiceIsLookedForAfterItsTime(
        write: String, seenAt: Int, times: Int, seconds: Int
    ) async throws {
        let clock = LateClock()
        let run = TestRun(book(write), onPerform: { if $0.effect > .read { clock.advance?(.seconds(30)) } })
        clock.set { run.clock.advance($0) }
        run.handler.script("GET /a", Self.no, (Array(repeating: Self.no, count: seenAt) + [.ok()])[...])
        run.handler.script(write, .lost, .ok())
        _ = await run.start()
        #expect(run.handler.sent.filter { $0 == write }.count == times)
        let slept = run.clock.sleeps.reduce(.zero, +)
        #expect(slept >= .seconds(seconds) && slept < .seconds(seconds + 10))
    }

    /// A killed process comes back late: what was lost when its time was over was looked for long enough meanwhile.
    @Test(arguments: [(0, 30), (10, 20), (600, 0)])
    func theTimeThatHasPassedCountsInANewProcess(passed: Int, least: Int) async throws {
        let first = TestRun(book("POST /a"))
        first.handler.script("GET /a", Self.no)
        first.handler.script("POST /a", .lost)
        _ = await first.start()
        let events = first.journal.events
        let index = try #require(events.firstIndex { $0.kind == "attempt-lost" })
        let run = TestRun(book("POST /a"))
        run.clock.advance(.seconds(passed))
        run.handler.script("GET /a", Self.no)
        _ = try await run.resume(after: Array(events[...index]))
        #expect(run.handler.sent.filter { $0 == "POST /a" }.count == 1)
        let slept = run.clock.sleeps.reduce(.zero, +)
        #expect(slept >= .seconds(least) && slept < .seconds(least + 5))
    }

    /// Each row: a write, its check, which does not pass, and how the run ends.
    @Test(
        arguments: [
            ("POST /a", "GET /a/_search", "waiting put"), ("PUT /a", "GET /a/_search", "failed there"),
            ("POST /a?refresh", "GET /a/_search", "failed there"),
            ("POST /a", "GET /a/refresh\nGET /a/_search", "failed there"),
            ("POST /a", "GET /a/_search\nGET /a/refresh", "waiting put"),
        ])
    func aCheckThatMayMissTheWriteDoesNotSayThatItWasNotDone(write: String, check: String, ending: String)
        async throws
    {
        var book = SampleBook()
        book.add(.run, write, id: "put") { $0.unless = SampleBook.located(.next) }
        book.add(.verify, check, id: "there") { $0.within = SampleBook.located(.zero) }
        let run = TestRun(book)
        run.handler.script("GET /a/_search", Self.no)
        run.handler.script(write, .lost, .ok())
        #expect(await run.start().name == ending)
        let isWarned = book.codes.contains("unless/sees-late")
        #expect(isWarned == (ending == "waiting put"))
    }

    @Test func noFlagAnswersADoubt() async throws {
        var book = SampleBook()
        book.add(.run, "PUT /a", id: "put")
        var run = TestRun(book)
        run.policy = GatePolicy(saysYes: true, isDisposable: true)
        run.handler.script("PUT /a", .lost)
        #expect(await run.start().name == "waiting put")
    }

    @Test func whoStopsTheRunIsNotKeptByChecks() async throws {
        let wish = LateAction()
        let run = TestRun(book(), onPerform: { if $0.title == "PUT /a" { wish.run("") } })
        let interruption = run.interruption
        wish.set { _ in interruption.interrupt(signal: 2) }
        run.handler.script("GET /a", Self.no)
        run.handler.script("PUT /a", .lost)
        #expect(await run.start().name == "stopped 2")
        #expect(run.handler.sent == ["GET /a", "PUT /a"])
        #expect(try run.state.phase == .waiting)
    }

    /// A token makes it safe to send again; that it was not taken says nothing about the first time.
    @Test func whatCannotBeSentAgainStaysInDoubt() async throws {
        var book = SampleBook()
        book.add(.run, "MAKE /a", id: "make") { $0.retry = SampleBook.located(0) }
        let run = TestRun(book)
        run.handler.script("MAKE /a", .lost, .refused("no connection", isPermanent: true))
        #expect(await run.start().name == "waiting make")
        let step = try run.step("make")
        #expect(step.state == .inDoubt && step.unanswered.count == 1)
    }

    @Test func aRequestThatIsToBeSentAgainStaysInDoubtWhenTheRunIsStopped() async throws {
        var book = SampleBook()
        book.add(.run, "MAKE /a", id: "make")
        let first = TestRun(book)
        first.handler.script("MAKE /a", .lost, .ok())
        _ = await first.start()
        let events = first.journal.events
        let index = try #require(events.firstIndex { $0.kind == "step-settled" })
        for end in [index, index + 1, index + 2] {
            let run = TestRun(book)
            #expect(try await run.resume(after: Array(events[...end])).name == "passed")
            #expect(run.handler.actions.map(\.token) == first.handler.actions.prefix(1).map(\.token))
        }
    }
}

extension Outcome {
    /// Whether the target says that something is not there.
    fileprivate var isMissing: Bool {
        if case .answered(let response) = self { response.verdict == .missing } else { false }
    }
}
