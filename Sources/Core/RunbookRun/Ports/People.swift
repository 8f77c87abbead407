/// The people of a run, as the engine asks them.
package protocol People: Sendable {
    /// Asks a question that no flag settled.
    ///
    /// Cancelling the task takes the question back, because it was answered from elsewhere or what it asks for passes;
    /// the prompt must end then.
    ///
    /// - Parameters:
    ///   - question: What is asked.
    ///   - step: The step that asks.
    /// - Returns: The answer; nil when there is nobody, so that the run waits.
    func ask(_ question: Question, step: OutlineStep) async -> GivenAnswer?

    /// The same, where checks can say what is wrong with a step that a person does.
    ///
    /// - Parameter troubleshoot: Tries them, once each.
    func ask(_ question: Question, step: OutlineStep, troubleshoot: Troubleshoot?) async -> GivenAnswer?

    /// Asks what becomes of a step that failed; nil when there is nobody, so that the run ends.
    func decide(_ failed: FailedStep) async -> FailedStep.Decision?

    /// Whether somebody wanted the run taken back when it failed.
    var wantsUndo: Bool { get }
}

extension People {
    /// Asks without them.
    package func ask(_ question: Question, step: OutlineStep, troubleshoot: Troubleshoot?) async -> GivenAnswer? {
        await ask(question, step: step)
    }

    /// Nobody does.
    package var wantsUndo: Bool { false }

    /// Nobody decides.
    package func decide(_ failed: FailedStep) async -> FailedStep.Decision? { nil }
}
