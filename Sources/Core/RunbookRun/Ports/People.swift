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
}
