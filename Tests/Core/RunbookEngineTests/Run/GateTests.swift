import OrderedJSON
import RunbookModel
import RunbookRun
import Testing

@testable import RunbookEngine

struct GateTests {
    private func book(_ request: String = "PUT /x", confirm: String? = "Sure?") -> SampleBook {
        var book = SampleBook()
        book.add(.run, request, id: "put") { $0.confirm = confirm.map { SampleBook.template($0) } }
        book.add(.run, "GET /y", id: "next")
        return book
    }

    @Test(arguments: [
        (PersonAnswer.go, "passed", StepState.passed, ["PUT /x", "GET /y"]),
        (.skip(reason: "later"), "passed", .skipped, ["GET /y"]), (.abort, "aborted put", .pending, []),
    ])
    func doesWhatAPersonSays(answer: PersonAnswer, ending: String, state: StepState, sent: [String]) async throws {
        let run = TestRun(book(), answers: [answer])
        #expect(await run.start().name == ending)
        #expect(run.handler.sent == sent)
        let step = try run.step("put")
        #expect(step.state == state)
        #expect(step.answers.map(\.by) == ["ana"] && step.answers.map(\.via) == ["terminal"])
        if answer == .abort { #expect(try run.state.phase == .aborted) }
        if state == .skipped { #expect(step.skipped?.reason == .person && step.skipped?.detail == "later") }
    }

    @Test func waitsWhereNobodyIs() async throws {
        let run = TestRun(book())
        #expect(await run.start().name == "waiting put")
        #expect(run.handler.sent.isEmpty)
        #expect(try run.state.phase == .waiting)
        #expect(run.journal.durable == run.journal.events.count)
    }

    @Test func asksForEverythingOnceAndTogether() async throws {
        let run = TestRun(book("DELETE /x"), answers: [.go])
        #expect(await run.start().name == "passed")
        let question = try #require(run.people.questions.first)
        #expect(run.people.questions.count == 1)
        #expect(question.kinds == [.confirm, .destroy] && question.typed == "es")
        #expect(question.actions == ["es: DELETE /x"])
    }

    @Test(arguments: [
        ("PUT /x", false, "passed"), ("DELETE /x", false, "waiting put"), ("DELETE /x", true, "passed"),
    ])
    func letsYesAnswerWhatItMay(request: String, isDisposable: Bool, ending: String) async throws {
        var run = TestRun(book(request), answers: [.go])
        run.policy = GatePolicy(saysYes: true, isDisposable: isDisposable)
        #expect(await run.start().name == ending)
        #expect(run.people.questions.isEmpty)
        if ending == "passed" { #expect(try run.step("put").answers.map(\.via) == ["--yes"]) }
    }

    @Test func takesAnAnswerFromElsewhere() async throws {
        let first = TestRun(book())
        _ = await first.start()
        let digest = try #require(try first.step("put").question?.digest)

        let second = TestRun(book())
        second.journal.deliver(.go, to: "put", digest: digest)
        #expect(try await second.resume(after: first.journal.events).name == "passed")
        #expect(second.people.questions.isEmpty)
        #expect(try second.step("put").answers.map(\.by) == ["ben"])
        #expect(try second.step("put").answers.map(\.via) == ["confirm"])
    }

    /// A no that nobody has heard yet is not overtaken by a check that holds by now, nor by another text.
    @Test(arguments: [PersonAnswer.abort, .skip(reason: "not today"), .go], [true, false])
    func hearsAnAnswerBeforeItLooks(answer: PersonAnswer, isSameText: Bool) async throws {
        func gated(_ request: String) -> SampleBook {
            var book = SampleBook()
            book.add(.run, request, id: "put") {
                $0.confirm = SampleBook.template("Sure?")
                $0.unless = SampleBook.located(.next)
            }
            book.add(.verify, "GET /x", id: "check", [.assert(".ok")])
            return book
        }
        let first = TestRun(gated("PUT /x {}"))
        first.handler.script("GET /x", .ok(["ok": false]))
        #expect(await first.start().name == "waiting put")
        let digest = try #require(try first.step("put").question?.digest)

        let second = TestRun(gated(isSameText ? "PUT /x {}" : #"PUT /x {"a":1}"#))
        second.handler.script("GET /x", .ok(["ok": true]))
        second.journal.deliver(answer, to: "put", digest: digest)
        let ending = try await second.resume(after: first.journal.events).name
        let step = try second.step("put")
        #expect(!second.handler.sent.contains { $0.hasPrefix("PUT") })
        switch answer {
        case .abort: #expect(ending == "aborted put" && step.answers.map(\.answer) == [.abort])
        case .skip: #expect(step.state == .skipped && step.skipped?.reason == .person)
        default:
            #expect(step.state == .satisfied)
            #expect(step.answers.map(\.answer) == (isSameText ? [.go] : []))
        }
    }

    /// Between a person's word and its event somebody else may have said no.
    @Test(arguments: [PersonAnswer.abort, .skip(reason: "done by hand")])
    func takesWhoWasFasterElsewhere(answer: PersonAnswer) async throws {
        let run = TestRun(book(), answers: [.go])
        run.journal.overtake(with: answer)
        #expect(await run.start().name == (answer == .abort ? "aborted put" : "passed"))
        #expect(!run.handler.sent.contains("PUT /x"))
        let step = try run.step("put")
        #expect(step.answers.map(\.by) == ["ben"] && step.answers.map(\.answer) == [answer])
        #expect(step.lateAnswers.map(\.by) == ["ana"] && step.lateAnswers.map(\.answer) == [.go])
        #expect(run.journal.kinds.contains("answer-late"))
    }

    @Test func voidsAnAnswerToSomethingElseAndAsksAgain() async throws {
        let first = TestRun(book("PUT /x {}"))
        _ = await first.start()
        let digest = try #require(try first.step("put").question?.digest)

        let second = TestRun(book(#"PUT /x {"all":true}"#))
        second.journal.deliver(.go, to: "put", digest: digest)
        #expect(try await second.resume(after: first.journal.events).name == "waiting put")
        #expect(second.journal.kinds.contains("answer-void"))
        #expect(second.handler.sent.isEmpty && second.people.questions.count == 1)
    }

    @Test func asksAgainWhenTheDocumentIsAnother() async throws {
        let first = TestRun(book(), answers: [.go])
        first.handler.script("PUT /x", .refused("certificate", isPermanent: true))
        #expect(await first.start().name == "failed put")

        let same = TestRun(book())
        #expect(try await same.resume(after: first.journal.events).name == "passed")
        #expect(same.people.questions.isEmpty)

        var other = TestRun(book())
        other.documentHash = "d2"
        #expect(try await other.resume(after: first.journal.events).name == "waiting put")
        #expect(other.people.questions.count == 1)
    }

    /// A gate that is asked again behind a request that is done shows only what is sent, and has the same digest.
    @Test func aGateAskedAgainShowsWhatIsLeft() async throws {
        let book = book("PUT /x\nPUT /y")
        let first = TestRun(book, answers: [.go])
        first.handler.script("PUT /y", .lost)
        _ = await first.start()
        let asked = try #require(first.people.questions.first)
        #expect(asked.actions == ["es: PUT /x", "es: PUT /y"])
        let events = first.journal.events.filter { $0.kind != "step-answered" && $0.kind != "step-asked" }
        let run = TestRun(book, answers: [.go])
        run.journal.deliver(.notApplied, to: "put", digest: "attempt-1")
        #expect(try await run.resume(after: events).name == "passed")
        #expect(run.people.questions.map(\.actions) == [["es: PUT /y"]])
        #expect(run.people.questions.map(\.digest) == [asked.digest])
        #expect(!run.handler.sent.contains("PUT /x"))
    }

    @Test func takesAnAnswerThatComesWhileAPersonThinks() async throws {
        let journal = LateAction()
        let run = TestRun(book(), isThinking: true, onAsk: { question in journal.run(question.digest) })
        let fake = run.journal
        journal.set { fake.deliver(.go, to: "put", digest: $0) }
        #expect(await run.start().name == "passed")
        #expect(try run.step("put").answers.map(\.by) == ["ben"])
    }

    @Test func stopsAskingWhenItIsInterrupted() async throws {
        let interruption = LateAction()
        let run = TestRun(book(), isThinking: true, onAsk: { _ in interruption.run("") })
        let wish = run.interruption
        interruption.set { _ in wish.interrupt(signal: 2) }
        #expect(await run.start().name == "stopped 2")
        #expect(run.handler.sent.isEmpty)
    }
}
