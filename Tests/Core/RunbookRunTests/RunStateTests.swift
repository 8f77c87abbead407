import OrderedJSON
import RunbookModel
import RunbookRun
import Testing

struct RunStateTests {
    private func state(_ events: RunEvent...) throws -> RunState {
        var time = 0
        return try events.reduce(into: RunState()) { state, event in
            time += 10
            try state.apply(event, at: Timestamp(milliseconds: time))
        }
    }

    private let start = RunEvent.started(Samples.start(role: .run, id: "s"))

    @Test func knowsWhenAndByWhom() throws {
        let state = try state(start, .resumed(user: "ben", host: "h"))
        #expect(state.started == Timestamp(milliseconds: 10) && state.updated == Timestamp(milliseconds: 20))
        #expect(state.resumptions.map(\.user) == ["ben"])
        #expect(state.start?.user == "ana")
    }

    @Test func beginsOnce() throws {
        #expect(throws: TransitionError(step: nil, from: nil, event: "run-started")) { try state(start, start) }
    }

    @Test(arguments: RunPhase.allCases)
    func endsInAPhaseAndIsTakenOnAgain(phase: RunPhase) throws {
        let ended = try state(start, .finished(phase: phase, signal: 2))
        #expect(ended.phase == phase && ended.signal == 2)
        let again = try ended.applying(.resumed(user: "a", host: "h"), at: Timestamp(milliseconds: 1))
        #expect(again.phase == .running && again.signal == nil)
    }

    /// What was done stays in the record, also where it is not in the new text any more.
    @Test func goesOnWithAnotherText() throws {
        let old = Samples.start(role: .run, id: "s")
        let new = Samples.start(role: .run, id: "t")
        let document = RunStart.Document(
            file: "a.md", path: "/srv/a.md", sha256: "new", commit: nil, isModified: nil)
        let adopted = RunEvent.documentAdopted(
            by: "ben", documents: [document], outline: new.outline, parameters: new.parameters)
        let unbegun = try state(.started(old), adopted)
        #expect(unbegun.start?.outline.steps.map(\.id) == ["t"] && unbegun.start?.document.sha256 == "new")
        let done = try state(
            .started(old), .attemptStarted(step: "s", attempt: 1), .passed(step: "s", values: StepValues()), adopted)
        let start = try #require(done.start)
        #expect(start.outline.steps.map(\.id) == ["t", "s"] && done.step("s").state == .passed)
        #expect(start.documents.map(\.role) == [.runbook, .former])
        #expect(start.outline.steps.map { start.document(of: $0).sha256 } == ["new", old.document.sha256])
        // And once more.
        let again = try done.applying(
            .documentAdopted(by: "ben", documents: [document], outline: old.outline, parameters: []),
            at: Timestamp(milliseconds: 1))
        #expect(again.start?.outline.steps.first?.id == "s")
    }

    @Test func aStepThatIsCalledOtherwiseKeepsItsRecord() throws {
        let (old, new) = (Samples.start(role: .run, id: "s"), Samples.start(role: .run, id: "t"))
        let adopted = try state(
            .started(old), .attemptStarted(step: "s", attempt: 1), .passed(step: "s", values: StepValues()),
            .documentAdopted(
                by: "ben", documents: new.documents, outline: new.outline, parameters: [], moved: ["t": "s"]))
        #expect(adopted.start?.outline.steps.map(\.id) == ["t"])
        #expect(adopted.step("t").state == .passed && adopted.step("s").state == .pending)
    }

    @Test func goesOnInAnEditedEnvironment() throws {
        let old = Samples.start(role: .run, id: "s")
        let environment = RunStart.Environment(
            .init(name: "staging", sha256: "cd", isSandbox: false, isDisposable: false),
            path: "/s.yaml")
        let state = try state(.started(old), .environmentAdopted(by: "ben", environment: environment, targets: []))
        #expect(state.start?.environment == environment && state.start?.targets.isEmpty == true)
        #expect(state.start?.document == old.document)
    }

    /// Whatever is taken over changes nothing else of what the run began with.
    @Test func keepsItsTicketWhateverIsAdopted() throws {
        let old = Samples.start(role: .run, id: "s")
        let ticket = try #require(old.ticket)
        let changed = RunStart.Parameter(name: "n", value: 4, isSecret: false, source: "prompt")
        let adopted = try state(
            .started(old), .parametersAdopted(by: "ben", parameters: [changed]),
            .environmentAdopted(by: "ben", environment: old.environment, targets: []),
            .documentAdopted(by: "ben", documents: old.documents, outline: old.outline, parameters: [changed]))
        #expect(adopted.start?.ticket == ticket)
        #expect(adopted.start?.parameters.first?.value == 4)
    }

    @Test func isAbortedByAPerson() throws {
        let question = Question(kinds: [.confirm], text: "?", actions: [], typed: nil, digest: "d")
        let state = try state(
            start, .asked(step: "s", question: question),
            .answered(step: "s", answer: .abort, digest: "d", by: "ana", via: "terminal"))
        #expect(state.phase == .aborted && state.step("s").state == .pending)
    }

    @Test func keepsUnknownKindsAndVoidAnswersWithoutHarm() throws {
        let state = try state(
            start, .unknown(kind: "step-painted", data: ["step": "s"]),
            .answerVoid(step: "s", digest: "old", by: "ben"))
        #expect(state.unknownKinds == ["step-painted"])
        #expect(state.step("s").state == .pending)
    }
}
