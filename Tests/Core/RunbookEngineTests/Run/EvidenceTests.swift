import OrderedJSON
import RunbookModel
import RunbookPlugin
import RunbookRun
import Testing

@testable import RunbookEngine

/// What a person sees beside a question: what the checks said last and when, and whether the step can be taken back.
struct EvidenceTests {
    private func book(undo: Bool = false) -> SampleBook {
        var book = SampleBook()
        book.add(.verify, "GET /health", id: "health")
        book.add(.run, "PUT /x", id: "put") {
            $0.confirm = SampleBook.template("Sure?")
            $0.unless = SampleBook.located(.next)
        }
        book.add(.verify, "GET /x", id: "there")
        return book
    }

    @Test func theQuestionShowsWhatTheChecksSaid() async throws {
        let run = TestRun(book())
        run.handler.script("GET /x", .ok([:], status: 404))
        #expect(await run.start().name == "waiting put")
        let question = try #require(try run.step("put").question)
        #expect(question.evidence.map(\.check) == ["there", "health"])
        #expect(question.evidence.map(\.passed) == [false, true])
        #expect(question.evidence.first?.reason.contains("404") == true)
        #expect(question.isUndoable == false)
    }

    /// A handler takes back what a step has made, and not what it has changed.
    @Test(arguments: [Probe(state: .different, detail: "a: 1 -> 2"), Probe(state: .absent)])
    func whatIsOnlyChangedIsNotTakenBack(_ probe: Probe) async throws {
        let document = "## Do\n\nMake it:\n\n```console run id=make on=es confirm=\"Sure?\"\nMAKE /a\n```\n"
        var run = OutsideRun(document, [:], FakeHandler(undoes: true))
        run.policy = GatePolicy(saysYes: false, isDisposable: false)
        run.handler.scriptProbe("MAKE /a", probe)
        let asked = try await run.start()
        #expect(asked.ending.name == "waiting make")
        #expect(asked.state.step("make").question?.isUndoable == (probe.state == .absent))
    }

    /// It changes with time, and a yes stays one.
    @Test func evidenceIsNoPartOfTheDigest() async throws {
        let first = TestRun(book())
        first.handler.script("GET /x", .ok([:], status: 404))
        _ = await first.start()
        let second = TestRun(book())
        second.handler.script("GET /x", .ok([:], status: 410))
        _ = await second.start()
        let questions = try [first, second].map { try $0.step("put").question }
        #expect(questions[0]?.digest == questions[1]?.digest)
        #expect(questions[0]?.evidence != questions[1]?.evidence)
    }

    @Test func aJournalKeepsIt() throws {
        var question = Question(kinds: [.confirm], text: "Sure?", actions: [], typed: nil, digest: "d")
        question.evidence = [
            Evidence(check: "a", passed: true, at: Timestamp(milliseconds: 5)),
            Evidence(check: "b", passed: false, at: Timestamp(milliseconds: 6), reason: "status 404"),
        ]
        question.isUndoable = true
        let event = RunEvent.asked(step: "s", question: question)
        #expect(RunEvent(kind: event.kind, data: event.data) == event)
    }
}
