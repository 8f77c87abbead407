import OrderedJSON
import RunbookModel
import RunbookRun
import RunbookTesting
import Testing

@testable import RunbookEngine

struct ManualTests {
    private func book(_ checks: Int = 1) -> SampleBook {
        var book = SampleBook()
        let manual = book.add(.manual, "Click there", id: "click")
        for index in 0..<checks {
            book.add(.verify, "GET /\(index)", id: "check\(index)", [.assert(".ok")], inside: manual) { keys in
                keys.every = SampleBook.located(.milliseconds(1))
            }
        }
        return book
    }

    @Test(arguments: [(PersonAnswer.go, "passed", StepState.passed), (.skip(reason: "no"), "passed", .skipped)])
    func doesWhatAPersonSays(answer: PersonAnswer, ending: String, state: StepState) async throws {
        let run = TestRun(book(0), answers: [answer])
        #expect(await run.start().name == ending)
        #expect(try run.step("click").state == state)
    }

    @Test func isSatisfiedWhenItsChecksHoldAlready() async throws {
        let run = TestRun(book(2))
        run.handler.script("GET /0", .ok(["ok": true]))
        run.handler.script("GET /1", .ok(["ok": true]))
        #expect(await run.start().name == "passed")
        #expect(run.people.questions.isEmpty)
        #expect(try run.step("click").state == .satisfied)
    }

    @Test func passesWithoutAnAnswerAtTheMomentItsChecksHold() async throws {
        let run = TestRun(book(2), isThinking: true)
        run.handler.script("GET /0", .ok(["ok": true]))
        run.handler.script("GET /1", .ok(["ok": false]), .ok([:], status: 404), .ok(["ok": true]))
        #expect(await run.start().name == "passed")
        let step = try run.step("click")
        #expect(step.state == .passed && step.answers.isEmpty)
        #expect(run.people.questions.count == 1)
        #expect(run.clock.sleeps.allSatisfy { $0 == .milliseconds(1) })
    }

    /// The question of `confirm=` is asked with the text, and no check answers it.
    @Test func asksItsOwnQuestionToo() async throws {
        var book = book(1)
        book.steps[0].keys.confirm = SampleBook.template("Is the change approved?")
        let waiting = TestRun(book)
        waiting.handler.script("GET /0", .ok(["ok": true]))
        #expect(await waiting.start().name == "waiting click")
        let question = try #require(try waiting.step("click").question)
        #expect(question.kinds == [.confirm, .manual])
        #expect(question.text.hasSuffix("\n\nIs the change approved?"))
        #expect(waiting.handler.sent.isEmpty)

        let run = TestRun(book, answers: [.go])
        run.handler.script("GET /0", .ok(["ok": true]))
        #expect(await run.start().name == "passed")
        #expect(try run.step("click").answers.map(\.by) == ["ana"])
        #expect(run.people.questions.map(\.text) == [question.text])
    }

    /// What a person said while nobody was there counts, also when the check holds by now.
    @Test(arguments: [
        (PersonAnswer.go, "passed", StepState.passed), (.skip(reason: "no"), "passed", .skipped),
        (.abort, "aborted click", .pending),
    ])
    func takesTheAnswerBeforeItLooks(answer: PersonAnswer, ending: String, state: StepState) async throws {
        let first = TestRun(book())
        first.handler.script("GET /0", .ok(["ok": false]))
        #expect(await first.start().name == "waiting click")
        let digest = try #require(try first.step("click").question?.digest)

        let second = TestRun(book())
        second.handler.script("GET /0", .ok(["ok": true]))
        second.journal.deliver(answer, to: "click", digest: digest)
        #expect(try await second.resume(after: first.journal.events).name == ending)
        #expect(try second.step("click").state == state)
        #expect(try second.step("click").answers.map(\.answer) == [answer])
    }

    @Test func takesAPersonsWordBeforeItsChecksHold() async throws {
        var book = book()
        book.steps[1].keys.every = SampleBook.located(.seconds(3600))
        let run = TestRun(book, answers: [.go])
        run.handler.script("GET /0", .ok(["ok": false]), .ok(["ok": true]))
        #expect(await run.start().name == "passed")
        #expect(try run.step("click").answers.map(\.by) == ["ana"])
        #expect(try run.step("check0").state == .passed)
    }

    @Test func failsByItsCheckWhenAPersonWasWrong() async throws {
        var book = book()
        book.steps[1].keys.within = SampleBook.located(.zero)
        let run = TestRun(book, answers: [.go])
        run.handler.script("GET /0", .ok(["ok": false]))
        #expect(await run.start().name == "failed check0")
    }

    @Test func leavesItsChecksOutWhenItIsSkipped() async throws {
        let run = TestRun(book(), answers: [.skip(reason: "no access")])
        run.handler.script("GET /0", .ok(["ok": false]))
        #expect(await run.start().name == "passed")
        #expect(try run.step("check0").state == .skipped)
        #expect(run.handler.sent.count <= 2)
    }

    @Test func neverClaimsByYesThatItWasDone() async throws {
        var run = TestRun(book(0), answers: [.go])
        run.policy = GatePolicy(saysYes: true, isDisposable: false)
        #expect(await run.start().name == "waiting click")
        #expect(run.people.questions.isEmpty)
    }

    @Test func isSkippedByYesWhereNothingCanBeLost() async throws {
        var run = TestRun(book(0))
        run.policy = GatePolicy(saysYes: true, isDisposable: true)
        #expect(await run.start().name == "passed")
        #expect(try run.step("click").skipped?.reason == .noConsole)
    }

    @Test func looksOnlyAtChecksOfTheChosenAlternative() async throws {
        var book = book(2)
        book.parameter("method", choices: ["a", "b"])
        book.steps[2].keys.alternatives = [
            Alternative(parameter: SampleBook.located("method"), values: [SampleBook.located("b")])
        ]
        var run = TestRun(book)
        run.choice = ["method": "a"]
        run.handler.script("GET /0", .ok(["ok": true]))
        #expect(await run.start().name == "passed")
        #expect(try run.step("click").state == .satisfied)
    }

    @Test func isAskedAgainByResumeAndThenFindsItDone() async throws {
        let first = TestRun(book())
        first.handler.script("GET /0", .ok(["ok": false]))
        #expect(await first.start().name == "waiting click")
        let second = TestRun(book())
        second.handler.script("GET /0", .ok(["ok": true]))
        #expect(try await second.resume(after: first.journal.events).name == "passed")
        #expect(try second.step("click").state == .satisfied)
        #expect(second.people.questions.isEmpty)
    }
}
