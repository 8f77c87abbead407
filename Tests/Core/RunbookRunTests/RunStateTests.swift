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
