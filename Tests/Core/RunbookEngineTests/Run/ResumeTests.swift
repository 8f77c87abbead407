import OrderedJSON
import RunbookModel
import RunbookPlugin
import RunbookRun
import Testing

@testable import RunbookEngine

struct ResumeTests {
    private func book() -> SampleBook {
        var book = SampleBook()
        book.add(.run, "PUT /a", id: "first", [.capture("name", ".name")])
        book.add(.run, "PUT /${name}", id: "second")
        return book
    }

    /// The events of a run that died behind so many of them.
    private func events(of run: TestRun, upTo kind: String, step: String) -> [RunEvent] {
        let events = run.journal.events
        let index = events.lastIndex { $0.kind == kind && $0.step == step } ?? events.endIndex - 1
        return Array(events[...index])
    }

    private func finished() async -> TestRun {
        let run = TestRun(book())
        run.handler.script("PUT /a", .ok(["name": "n1"]))
        _ = await run.start()
        return run
    }

    @Test func keepsStepsThatPassedAndTheirCaptures() async throws {
        let dead = events(of: await finished(), upTo: "step-passed", step: "first")
        let run = TestRun(book())
        #expect(try await run.resume(after: dead).name == "passed")
        #expect(run.handler.sent == ["PUT /n1"])
    }

    @Test func doubtsAWriteThatADeadProcessLeftUnanswered() async throws {
        let dead = events(of: await finished(), upTo: "action-sent", step: "second")
        let run = TestRun(book())
        #expect(try await run.resume(after: dead).name == "waiting second")
        #expect(run.handler.sent.isEmpty)
        #expect(try run.step("second").state == .inDoubt)
    }

    /// What acts only once is sent again under its token, and is the run's own though it is there by now.
    @Test(arguments: ["action-sent", "action-refused"])
    func asksAgainForWhatADeadProcessAskedFor(upTo: String) async throws {
        var book = SampleBook()
        book.add(.run, "MAKE /a", id: "make")
        let first = TestRun(book)
        first.handler.script("MAKE /a", .refused("it is being made"), .ok())
        _ = await first.start()
        let run = TestRun(book)
        run.handler.scriptProbe("MAKE /a", Probe(state: .present, response: .ok([:])))
        #expect(try await run.resume(after: events(of: first, upTo: upTo, step: "make")).name == "passed")
        #expect(run.handler.actions.map(\.token) == first.handler.actions.prefix(1).map(\.token))
        #expect(try run.step("make").state == .passed)
    }

    @Test(arguments: [1, 2, 3])
    func asksAgainWhileNobodyKnowsWhatBecameOfIt(losses: Int) async throws {
        var book = SampleBook()
        book.add(.run, "MAKE /a", id: "make")
        let run = TestRun(book)
        run.handler.script("MAKE /a", .lost, Array(repeating: .lost, count: losses - 1)[...] + [.ok()])
        #expect(await run.start().name == (losses < 3 ? "passed" : "waiting make"))
        #expect(run.handler.sent.count == min(losses + 1, 3))
        #expect(Set(run.handler.actions.map(\.token)).count == 1)
    }

    @Test func repeatsAReadThatADeadProcessLeftUnanswered() async throws {
        var book = SampleBook()
        book.add(.run, "GET /a", id: "get")
        let first = TestRun(book)
        _ = await first.start()
        let dead = events(of: first, upTo: "action-sent", step: "get")
        let run = TestRun(book)
        #expect(try await run.resume(after: dead).name == "passed")
        #expect(run.handler.sent == ["GET /a"])
        #expect(try run.step("get").attempts == 2)
    }

    @Test func doesAgainWhatFailedWithoutAChange() async throws {
        let first = TestRun(book())
        first.handler.script("PUT /a", .ok([:], status: 400))
        #expect(await first.start().name == "failed first")
        let run = TestRun(book())
        run.handler.script("PUT /a", .ok(["name": "n2"]))
        #expect(try await run.resume(after: first.journal.events).name == "passed")
        #expect(run.handler.sent == ["PUT /a", "PUT /n2"])
        #expect(try run.step("first").earlierFailures.count == 1)
    }

    @Test func leavesAStepThatFailedAndChangedSomethingToAPerson() async throws {
        let first = TestRun(book())
        first.handler.script("PUT /a", .ok([:], status: 200))
        #expect(await first.start().name == "failed first")
        let run = TestRun(book())
        #expect(try await run.resume(after: first.journal.events).name == "waiting first")
        #expect(run.handler.sent.isEmpty)
    }

    @Test(arguments: [
        ("action-answered", ["PUT /b", "PUT /c"]), ("step-stopped", ["PUT /b", "PUT /c"]),
    ])
    func goesOnBehindTheRequestsOfABlockThatWereAnswered(upTo: String, sent: [String]) async throws {
        var book = SampleBook()
        book.add(.run, "PUT /a\nPUT /b\nPUT /c", id: "put", [.expect(#"[{"n":1},{"n":2},{"n":3}]"#)])
        let wish = LateAction()
        let first = TestRun(book, onPerform: { if $0.title == "PUT /a" { wish.run("") } })
        if upTo == "step-stopped" {
            let interruption = first.interruption
            wish.set { _ in interruption.interrupt(signal: 2) }
        }
        first.handler.script("PUT /a", .ok(["n": 1]))
        _ = await first.start()
        let all = first.journal.events
        let index = try #require(all.firstIndex { $0.kind == upTo })

        let run = TestRun(book)
        run.handler.script("PUT /b", .ok(["n": 2]))
        run.handler.script("PUT /c", .ok(["n": 3]))
        #expect(try await run.resume(after: Array(all[...index])).name == "passed")
        #expect(run.handler.sent == sent)
        #expect(try run.step("put").exchanges.map(\.action.title) == ["PUT /a", "PUT /b", "PUT /c"])
    }

    @Test(arguments: [true, false], [0, 1, 2])
    func goesOnBehindTheRequestThatWasSettled(isApplied: Bool, position: Int) async throws {
        var book = SampleBook()
        book.add(.run, "PUT /a\nPUT /b\nPUT /c", id: "put")
        let all = ["PUT /a", "PUT /b", "PUT /c"]
        let first = TestRun(book)
        first.handler.script(all[position], .lost)
        #expect(await first.start().name == "waiting put")
        let run = TestRun(book)
        run.journal.deliver(isApplied ? .applied : .notApplied, to: "put", digest: "attempt-1")
        #expect(try await run.resume(after: first.journal.events).name == "passed")
        #expect(run.handler.sent == Array(all[(position + (isApplied ? 1 : 0))...]))
        let exchanges = try run.step("put").exchanges
        #expect(exchanges.map(\.action.title) == all && exchanges.allSatisfy { $0.applied == .yes })
    }

    @Test func goesOnWithTheOtherTarget() async throws {
        var book = SampleBook(targets: ["es", "fs"])
        book.add(.run, "PUT /a\nPUT /b", id: "put", on: ["es", "fs"])
        let first = TestRun(book)
        first.handler.script("es:PUT /b", .lost)
        #expect(await first.start().name == "waiting put")
        let run = TestRun(book)
        run.journal.deliver(.applied, to: "put", digest: "attempt-1")
        #expect(try await run.resume(after: first.journal.events).name == "passed")
        #expect(run.handler.actions.map { "\($0.target ?? "") \($0.title)" } == ["fs PUT /a", "fs PUT /b"])
    }

    @Test(arguments: [true, false])
    func letsItsCheckTellWhatTheLostResponseWould(holds: Bool) async throws {
        var book = SampleBook()
        book.add(.run, "PUT /a", id: "put", [.capture("name", ".name")]) { $0.unless = SampleBook.located(.next) }
        book.add(.verify, "GET /a", id: "there", [.capture("name", ".is")]) { $0.within = SampleBook.located(.zero) }
        book.add(.run, "PUT /${name}", id: "use")
        let first = TestRun(book)
        // Its check cannot tell what became of it, so a person does.
        first.handler.script("GET /a", .ok([:], status: 404), .ok([:], status: 503))
        first.handler.script("PUT /a", .lost)
        #expect(await first.start().name == "waiting put")
        let run = TestRun(book)
        run.journal.deliver(.applied, to: "put", digest: "attempt-1")
        run.handler.script("GET /a", .ok(holds ? ["is": "n1"] : [:], status: holds ? 200 : 404))
        let ending = try await run.resume(after: first.journal.events).name
        #expect(ending == (holds ? "passed" : "waiting put"))
        #expect(run.handler.sent == (holds ? ["GET /a", "GET /a", "PUT /n1"] : ["GET /a"]))
        if !holds { #expect(try run.step("put").question?.kinds == [.accept]) }
    }

    @Test(arguments: [true, false])
    func repeatsWhatHadHeld(holds: Bool) async throws {
        var book = SampleBook()
        book.add(.run, "PUT /a", id: "put")
        book.add(.verify, "GET /a", id: "there") { $0.within = SampleBook.located(.zero) }
        book.add(.verify, "GET /b", id: "other") { $0.within = SampleBook.located(.zero) }
        let first = TestRun(book)
        first.handler.script("GET /b", .ok([:], status: 404))
        #expect(await first.start().name == "failed other")
        let run = TestRun(book)
        run.handler.script("GET /a", holds ? .ok() : .ok([:], status: 404))
        let found = try #require(try await run.recheck(after: first.journal.events))
        #expect(found.map(\.step) == (holds ? [] : ["there"]))
        // Only what had held, and nothing is kept.
        #expect(run.handler.sent == ["GET /a"] && run.journal.events.isEmpty)
    }

    /// What a person takes over of an edited document comes first.
    @Test func goesOnWithAnEditedText() async throws {
        let first = TestRun(book())
        first.handler.script("PUT /a", .ok(["name": "n1"]))
        first.handler.script("PUT /n1", .ok([:], status: 400))
        #expect(await first.start().name == "failed second")
        var edited = book()
        edited.steps[1] = {
            var other = SampleBook()
            other.add(.run, "PUT /a", id: "first")
            other.add(.run, "PUT /b/${name}", id: "second")
            return other.steps[1]
        }()
        let run = TestRun(edited)
        let start = try #require(try TestRun.state(of: first.journal.events).start)
        let adopted = RunEvent.documentAdopted(
            by: "ana", documents: start.documents, outline: start.outline, parameters: start.parameters)
        #expect(
            try await run.resume(after: first.journal.events, adopting: [adopted, .reset(step: "first", by: "ana")])
                .name
                == "failed first")
        #expect(run.handler.sent == ["PUT /a"])
        let kept = TestRun(edited)
        #expect(try await kept.resume(after: first.journal.events, adopting: [adopted]).name == "passed")
        #expect(kept.handler.sent == ["PUT /b/n1"])
    }

    @Test func doesNotJudgeAnAnswerThatWasNotKeptInFull() async throws {
        var book = SampleBook()
        book.add(.run, "PUT /a\nPUT /b", id: "put", [.capture("n", ".0.n")])
        let first = TestRun(book)
        first.handler.script("PUT /a", .ok(["n": 1, "long": .string(String(repeating: "x", count: 70_000))]))
        _ = await first.start()
        let index = try #require(first.journal.events.firstIndex { $0.kind == "action-answered" })

        let run = TestRun(book)
        #expect(try await run.resume(after: Array(first.journal.events[...index])).name == "failed put")
        #expect(run.handler.sent == ["PUT /b"])
        let step = try run.step("put")
        #expect(step.applied == .yes && step.failure?.code == "resume/answer-incomplete")
    }

    @Test func keepsAnAnswerAndItsFailureTogether() async throws {
        let first = TestRun(book())
        first.handler.script("PUT /a", .ok([:], status: 500))
        first.journal.fail(after: 4, .full)
        #expect(await first.start().name == "journal full")
        #expect(first.journal.kinds == ["run-started", "attempt-started", "action-sent"])
    }

    @Test func readsASecretAgainThatWasNotStored() async throws {
        var book = SampleBook()
        book.add(.run, "GET /login", id: "login", [.capture("token!", ".token")])
        book.add(.run, "PUT /a", id: "first")
        book.add(.run, "PUT /b?t=${token}", id: "second")
        let first = TestRun(book)
        first.handler.script("GET /login", .ok(["token": "s3cr3t-one"]))
        _ = await first.start()
        let dead = events(of: first, upTo: "step-passed", step: "first")
        let run = TestRun(book)
        run.handler.script("GET /login", .ok(["token": "s3cr3t-two"]))
        #expect(try await run.resume(after: dead).name == "passed")
        #expect(run.handler.sent == ["GET /login", "PUT /b?t=s3cr3t-two"])
    }
}
