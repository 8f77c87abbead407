import OrderedJSON
import RunbookModel
import RunbookPlugin
import RunbookRun
import Testing

@testable import RunbookEngine

struct UndoTests {
    private static func fence(_ info: String, _ content: String) -> String { "```console \(info)\n\(content)\n```\n\n" }

    private static let document =
        "## Do\n\n" + fence("run id=one on=es again=yes", "PUT /one") + "```jq capture\nn = .n\n```\n\n"
        + fence("run id=look on=es", "GET /look") + fence("run id=two on=other again=yes", "PUT /two")
        + fence("run id=three on=es again=yes", "PUT /three") + "## Back\n\n<!-- runbook: undo -->\n\n"
        + fence("undo of=one on=es", "DELETE /one/${n}") + fence("undo of=two on=other", "POST /two/back\nDELETE /two")
        + fence("undo of=one on=es", "POST /one/after")

    private func script(_ handler: FakeHandler) {
        handler.script("PUT /one", .ok(["n": 7]))
    }

    @Test func goesBackwardsOverWhatTheRunDid() async throws {
        let run = OutsideRun(Self.document)
        script(run.handler)
        let done = try await run.start()
        #expect(done.ending.name == "passed")
        let before = run.handler.sent.count
        let undone = try await run.undo(after: done.events)
        #expect(undone.ending.name == "passed")
        #expect(undone.state.phase == .undone)
        // What uses a capture uses the recorded one.
        #expect(
            Array(run.handler.sent.dropFirst(before)) == [
                "POST /two/back", "DELETE /two", "DELETE /one/7", "POST /one/after",
            ])
        let record = try #require(undone.state.undo)
        #expect(record.entries.map(\.outline.id) == ["undo/two", "undo/one", "undo/one~2"])
        #expect(record.entries.map(\.undone) == ["two", "one", "one"])
        #expect(record.left.map(\.step) == ["three"])
        #expect(undone.state.step("one").state == .passed)
    }

    /// A step that was done, and then left out by a person, is asked about as what it is.
    @Test func aStepThatWasSkippedAfterItActedIsNotSaidToBeUnfinished() async throws {
        let run = OutsideRun(Self.document)
        script(run.handler)
        let question = Question(kinds: [.repeat], text: "q", actions: [], typed: nil, digest: "d")
        let skipped: [RunEvent] = [
            .asked(step: "one", question: question),
            .answered(step: "one", answer: .skip(reason: "r"), digest: "d", by: "ana", via: "confirm"),
        ]
        let undone = try await run.undo(after: try await run.start().events + skipped)
        #expect(
            undone.state.step("undo/one").question?.text
                == "the step `one` was skipped after it had sent something; take it back?")
    }

    @Test func whatIsGoneIsWell() async throws {
        let run = OutsideRun(Self.document)
        script(run.handler)
        run.handler.script("DELETE /one/7", .ok([:], status: 404))
        let undone = try await run.undo(after: try await run.start().events)
        #expect(undone.state.phase == .undone)
    }

    @Test func aFailureIsGoneOnWith() async throws {
        let run = OutsideRun(Self.document)
        script(run.handler)
        run.handler.script("DELETE /one/7", .ok([:], status: 400), .ok())
        let failed = try await run.undo(after: try await run.start().events)
        #expect(failed.ending.name == "failed undo/one")
        #expect(failed.state.phase == .failed)
        let before = run.handler.sent.count
        let again = try await run.undo(after: failed.events)
        #expect(again.state.phase == .undone)
        #expect(Array(run.handler.sent.dropFirst(before)) == ["DELETE /one/7", "POST /one/after"])
    }

    @Test func aLostAnswerIsADoubt() async throws {
        let run = OutsideRun(Self.document)
        script(run.handler)
        run.handler.script("DELETE /one/7", .lost)
        let lost = try await run.undo(after: try await run.start().events)
        #expect(lost.ending.name == "waiting undo/one")
        #expect(lost.state.step("undo/one").state == .inDoubt)
        #expect(lost.state.phase == .waiting)
    }

    @Test func onlyWhatThisRunDidIsTakenBack() async throws {
        let document =
            "## Do\n\n" + Self.fence("run id=one on=es unless", "PUT /one") + Self.fence("verify on=es", "GET /one")
            + Self.fence("run id=two on=es again=yes if=way:b", "PUT /two") + "## Back\n\n<!-- runbook: undo -->\n\n"
            + Self.fence("undo of=one,two on=es", "DELETE /one")
        let run = OutsideRun(document)
        let done = try await run.start()
        #expect(done.state.step("one").state == .satisfied)
        let undone = try await run.undo(after: done.events)
        #expect(undone.state.phase == .undone)
        #expect(!run.handler.sent.contains("DELETE /one"))
    }

    /// Whether the run has made something is known whenever its process died.
    @Test func whatTheRunMadeIsTakenBackWheneverItDied() async throws {
        let document = "## Do\n\n" + Self.fence("run id=make on=es", "MAKE /a")
        func run(_ probe: Probe) -> OutsideRun {
            let run = OutsideRun(document, [:], FakeHandler(undoes: true))
            run.handler.scriptProbe("MAKE /a", probe)
            return run
        }
        let first = run(Probe(state: .absent))
        first.handler.script("MAKE /a", .refused(Refusal(reason: "it is being made", isUnderWay: true)), .ok())
        let whole = try await first.start()
        #expect(whole.ending.name == "passed")
        let sent = try #require(whole.events.firstIndex { $0.kind == "action-sent" })
        for count in 1..<whole.events.count {
            let kept = Array(whole.events.prefix(count))
            let other = run(Probe(state: .present, response: .ok([:])))
            let resumed = try await other.perform(after: kept) { runner, _ in
                await runner.resume(user: "ben", host: "h")
            }
            #expect(resumed.ending.name == "passed", "\(count)")
            _ = try await other.undo(after: resumed.events)
            #expect(other.handler.sent.contains("UNMAKE /a") == (count > sent), "\(count)")
            let atOnce = try await run(Probe(state: .present)).undo(after: kept)
            #expect(atOnce.state.undo?.entries.map(\.undone) == (count > sent ? ["make"] : []), "\(count)")
        }
    }

    /// Nor does the document's own removal take away what was there.
    @Test(arguments: ["", "## Back\n\n<!-- runbook: undo -->\n\n" + fence("undo of=make on=es", "UNMAKE /a")])
    func whatTheRunOnlyChangedStays(_ back: String) async throws {
        let document = "## Do\n\n" + Self.fence("run id=make on=es", "MAKE /a") + back
        for state in [Probe.State.absent, .different] {
            let run = OutsideRun(document, [:], FakeHandler(undoes: true))
            run.handler.scriptProbe("MAKE /a", Probe(state: state))
            let done = try await run.start()
            #expect(done.ending.name == "passed")
            let undone = try await run.undo(after: done.events)
            #expect(undone.state.phase == .undone)
            #expect(run.handler.sent.contains("UNMAKE /a") == (state == .absent))
            #expect(
                undone.state.undo?.left.map(\.reason)
                    == (state == .absent ? [] : ["it changed what was there before"]))
        }
    }

    @Test func allOfItIsAskedAboutOnce() async throws {
        var run = OutsideRun(Self.document)
        script(run.handler)
        let done = try await run.start()
        run.policy = GatePolicy(saysYes: false, isDisposable: false)
        // A no leaves everything, and the run as it was.
        let refused = try await run.undo(after: done.events, answers: [.abort])
        #expect(refused.ending.name == "aborted undo")
        #expect(refused.state.phase == .passed)
        #expect(!run.handler.sent.contains("DELETE /two"))
        let question = try #require(refused.questions.first)
        #expect(question.kinds == [.destroy, .undo])
        #expect(question.typed == "other,es")
        #expect(question.actions.contains("es: DELETE /one/7"))
        let again = try await run.undo(after: refused.events, answers: [.skip(reason: "later")])
        #expect(again.state.phase == .passed)
        let undone = try await run.undo(after: again.events, answers: [.go])
        #expect(undone.questions.count == 1)
        #expect(undone.state.phase == .undone)
        // With `--yes` outside of a disposable environment nobody has agreed to destroy.
        run.policy = GatePolicy(saysYes: true, isDisposable: false)
        #expect(try await run.undo(after: done.events).ending.name == "waiting undo")
    }

    @Test func whatMayHaveBeenChangedIsAskedAbout() async throws {
        var run = OutsideRun(Self.document)
        script(run.handler)
        run.handler.script("PUT /two", .lost)
        let lost = try await run.start()
        #expect(lost.state.step("two").state == .inDoubt)
        let waiting = try await run.undo(after: lost.events)
        #expect(waiting.ending.name == "waiting undo/two")
        run.policy = GatePolicy(saysYes: false, isDisposable: false)
        let undone = try await run.undo(after: waiting.events, answers: [.go, .go])
        #expect(undone.state.phase == .undone)
        #expect(run.handler.sent.contains("DELETE /two"))
    }

    @Test func handsTakeBackWhatHandsDid() async throws {
        let document =
            "## Do\n\n1. [ ] Press it. <!-- runbook: id=press -->\n\n2. [ ] Look. <!-- runbook: id=look -->\n\n"
            + "## Back\n\n<!-- runbook: undo -->\n\n- [ ] Release it. <!-- runbook: undo of=press -->\n"
        var run = OutsideRun(document)
        run.policy = GatePolicy(saysYes: false, isDisposable: false)
        let done = try await run.start(answers: [.go, .go])
        let undone = try await run.undo(after: done.events, answers: [.go, .go])
        #expect(undone.state.phase == .undone)
        #expect(undone.questions.map(\.kinds) == [[.confirm, .undo], [.manual]])
        #expect(undone.state.undo?.left.map(\.reason) == ["it was done by hand"])
    }

    @Test func stepsOfAnIncludedDocumentAreTakenBackByIt() async throws {
        let part =
            "## Make\n\n" + Self.fence("run id=make on=es again=yes", "PUT /made")
            + Self.fence("undo on=es", "DELETE /made")
        let main = "## S\n\n1. [x](part.md#make) <!-- runbook: include id=in es=other -->\n"
        let run = OutsideRun(main, ["part.md": part])
        let undone = try await run.undo(after: try await run.start().events)
        #expect(undone.state.undo?.entries.map(\.outline.id) == ["undo/in/make"])
        #expect(run.handler.actions.last?.target == "other")
    }

    @Test func whateverDiesInBetweenNothingIsDoneTwice() async throws {
        let run = OutsideRun(Self.document)
        script(run.handler)
        let done = try await run.start()
        let whole = try await run.undo(after: done.events)
        for count in done.events.count..<whole.events.count {
            let other = OutsideRun(Self.document)
            let kept = Array(whole.events.prefix(count))
            let undone = try await other.undo(after: kept)
            let isDoubtful = kept.last?.kind == "action-sent"
            #expect(undone.state.phase == (isDoubtful ? .waiting : .undone), "\(count)")
            let answered = kept.compactMap { event -> String? in
                guard case .step(let step, let event as ActionResponded) = event, step.hasPrefix("undo/") else {
                    return nil
                }
                return "\(step) \(event.place.index)"
            }
            let again = other.handler.actions.map { "\($0.step) \($0.index)" }
            #expect(Set(answered).isDisjoint(with: again), "\(count)")
        }
    }

    @Test(arguments: [
        ("undo of=none on=es", "undo/unknown-step"), ("undo of=look on=es", "undo/only-reads"),
        ("undo of=one on=nowhere", "target/unknown"),
    ])
    func saysWhatCannotBe(_ info: String, _ code: String) throws {
        let book = try IncludedBook(["main.md": Self.document + Self.fence(info, "DELETE /x")])
        #expect(book.errors == [code])
    }

    @Test func anUnknownValueIsAnError() throws {
        let book = try IncludedBook(["main.md": Self.document + Self.fence("undo of=one on=es", "DELETE /${nothing}")])
        #expect(book.errors == ["value/unknown"])
    }

    /// What a resource's own undo does, not what it takes back.
    @Test func anUndoOfTheHandlerIsNamedForWhatItDoes() async throws {
        let run = OutsideRun(
            "## Do\n\nMake it:\n\n" + Self.fence("run id=make on=es", "MAKE /a"), [:], FakeHandler(undoes: true))
        run.handler.script("MAKE /a", .ok(["created": true]))
        let undone = try await run.undo(after: try await run.start().events)
        let outline = try #require(undone.state.undo?.entries.first?.outline)
        #expect(outline.title == "UNMAKE")
        #expect(outline.prose == "UNMAKE")
    }
}
