import OrderedJSON
import RunbookModel
import Testing

@testable import RunbookRun

struct UndoRecordTests {
    private func state(_ events: RunEvent...) throws -> RunState {
        try ([.started(Samples.start(role: .run, id: "s"))] + events).reduce(into: RunState()) {
            try $0.apply($1, at: Timestamp(milliseconds: 0))
        }
    }

    private let began = RunEvent.undoStarted(
        user: "ana", host: "h",
        entries: [UndoRecord.Entry(undone: "s", outline: Samples.start(role: .manual, id: "undo/s").outline.steps[0])],
        left: [])

    @Test func beginsOnceAndRemembersWhereTheRunStood() throws {
        let state = try state(.finished(phase: .failed, signal: nil), began)
        #expect(state.phase == .running)
        #expect(state.undo?.before == .failed)
        #expect(throws: TransitionError.self) { try state.applying(began, at: Timestamp(milliseconds: 0)) }
        #expect(throws: TransitionError.self) { try RunState().applying(began, at: Timestamp(milliseconds: 0)) }
    }

    @Test func whatTakesAStepBackIsKnownAsAStep() throws {
        let state = try state(began)
        #expect(state.outline(of: "undo/s")?.role == .manual)
        #expect(state.outline(of: UndoRecord.question)?.role == .undo)
        #expect(state.outline(of: "s")?.role == .run)
        #expect(state.outline(of: "nothing") == nil)
    }

    @Test(arguments: [PersonAnswer.abort, .skip(reason: "later")])
    func aNoToTheListLeavesItOpen(_ answer: PersonAnswer) throws {
        let question = Question(kinds: [.destroy, .undo], text: "?", actions: [], typed: nil, digest: "d")
        let state = try state(
            began, .asked(step: "undo", question: question),
            .answered(step: "undo", answer: answer, digest: "d", by: "a", via: "v"))
        #expect(state.step("undo").state == .pending)
        #expect(state.step("undo").agreed == nil)
    }

    @Test func aValueAnswersAQuestionForOne() throws {
        var question = Question(kinds: [.parameter], text: "?", actions: [], typed: nil, digest: "d")
        let asked = RunEvent.asked(step: "s", question: question)
        let answer = RunEvent.answered(step: "s", answer: .set("7"), digest: "d", by: "a", via: "v", value: 7)
        #expect(throws: TransitionError.self) { try state(asked, answer) }
        question.parameter = "p"
        let answered = try state(.asked(step: "s", question: question), answer)
        #expect(answered.step("s").state == .passed)
        #expect(answered.step("s").values.captures["p"] == 7)
    }

    @Test func findingsBelongToAFailureAndAreForgottenByTheNextAttempt() throws {
        let finding = Finding(section: "", title: "", result: .fails, detail: "")
        let failure = StepFailure(code: "a/b", message: "no")
        let failed = [
            RunEvent.attemptStarted(step: "s", attempt: 1),
            .failed(step: "s", failure: failure, applied: .no, response: nil),
        ]
        let before = try state(failed[0])
        #expect(throws: TransitionError.self) {
            try before.applying(.diagnosed(step: "s", finding: finding), at: Timestamp(milliseconds: 0))
        }
        let after = try state(failed[0], failed[1], .diagnosed(step: "s", finding: finding))
        #expect(after.step("s").state == .failed)
        #expect(after.step("s").findings == [finding])
    }
}
