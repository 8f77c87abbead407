import OrderedJSON
import RunbookModel
import RunbookRun
import Testing

@testable import RunbookEngine

/// A step that failed after it had changed its target is asked about, and never a dead end.
struct FailedTests {
    private func book() -> SampleBook {
        var book = SampleBook()
        book.add(.run, "PUT /a\nPUT /b", id: "put", [.expect(#"[{},{"ok":true}]"#)])
        book.add(.run, "PUT /c", id: "next")
        return book
    }

    /// The events of a run whose first step failed after both of its requests were done.
    private func failed() async -> [RunEvent] {
        let first = TestRun(book())
        #expect(await first.start().name == "failed put")
        return first.journal.events
    }

    @Test(arguments: [
        (PersonAnswer.accept, "passed", ["PUT /c"], StepState.passed),
        (.again, "passed", ["PUT /a", "PUT /b", "PUT /c"], .passed),
        (.skip(reason: "by hand"), "passed", ["PUT /c"], .skipped),
        (.abort, "aborted put", [], .failed),
    ])
    func aPersonSaysWhatBecomesOfIt(
        answer: PersonAnswer, ending: String, sent: [String], state: StepState
    ) async throws {
        let events = await failed()
        for isAtTerminal in [true, false] {
            let run = TestRun(book(), answers: isAtTerminal ? [answer] : [])
            if !isAtTerminal { run.journal.deliver(answer, to: "put", digest: "attempt-1") }
            run.handler.script("PUT /b", .ok(["ok": true]))
            #expect(try await run.resume(after: events).name == ending)
            #expect(run.handler.sent == sent)
            #expect(try run.step("put").state == state)
        }
    }

    /// Who decides sees which requests were done: `again` sends all of them, `accept` leaves out the rest.
    @Test func theQuestionShowsWhatBecameOfEachRequest() async throws {
        var book = SampleBook()
        book.add(.run, "GET /r\nPUT /a\nPUT /b\nPUT /c", id: "put")
        let first = TestRun(book)
        first.handler.script("PUT /b", .ok([:], status: 409))
        #expect(await first.start().name == "failed put")
        let run = TestRun(book)
        _ = try await run.resume(after: first.journal.events)
        let question = try #require(try run.step("put").question)
        #expect(
            question.actions == [
                "es: PUT /a (done, status 200)", "es: PUT /b (had no effect, status 409)", "es: PUT /c (not sent)",
            ])
    }

    @Test func withoutAnAnswerItWaits() async throws {
        let events = await failed()
        for isDisposable in [true, false] {
            var run = TestRun(book())
            run.policy = GatePolicy(saysYes: true, isDisposable: isDisposable)
            #expect(try await run.resume(after: events).name == "waiting put")
            #expect(run.handler.sent.isEmpty)
            let question = try #require(try run.step("put").question)
            #expect(question.kinds == [.failed] && question.digest == "attempt-1")
            #expect(question.text.contains("it has changed its target"))
            // And again, until somebody answers.
            let again = TestRun(book())
            #expect(try await again.resume(after: run.journal.events).name == "waiting put")
            #expect(again.journal.kinds.filter { $0 == "step-asked" }.count == 1)
            let told = TestRun(book())
            told.journal.deliver(.accept, to: "put", digest: "attempt-1")
            #expect(try await told.resume(after: run.journal.events).name == "passed")
        }
    }

    @Test func aSecondFailureIsAskedAboutAnew() async throws {
        let run = TestRun(book())
        run.journal.deliver(.again, to: "put", digest: "attempt-1")
        #expect(try await run.resume(after: await failed()).name == "failed put")
        let step = try run.step("put")
        #expect(step.attempts == 2 && step.earlierFailures.count == 1 && step.doubtDigest == "attempt-2")
        #expect(step.earlierChanges.count == 2)
    }
}
