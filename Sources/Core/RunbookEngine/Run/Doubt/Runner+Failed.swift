import RunbookModel
import RunbookRun

// A step that failed after it had changed its target, or may have: a person says what becomes of it.
extension Runner {
    /// Asks what becomes of such a step, and continues with it.
    func askAboutFailure(of step: ScopedStep) async throws(Breakdown) -> StepEnding {
        switch try await ask(failureQuestion(about: state.step(step.id)), of: step) {
        case .goOn, .goOnAfterWait:
            return state.step(step.id).state.isDone ? .done : try await evaluate(step)
        case .ended(let ending): return ending
        }
    }

    /// What a person is asked about a step that failed; its failure was masked when it was kept.
    func failureQuestion(about record: StepRecord) -> Question {
        // While it waits it has no failure of its own any more only when somebody has answered.
        let message = record.failure?.message ?? "it failed"
        let changed = record.applied == .yes ? "it has changed its target" : "it may have changed its target"
        return Question(
            kinds: [.failed], text: "the step failed, and \(changed): \(message)", actions: [], typed: nil,
            digest: record.doubtDigest)
    }
}
