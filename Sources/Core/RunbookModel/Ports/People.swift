/// The people of a run, as the engine asks them.
public protocol People: Sendable {
    /// Asks a question that `decide` did not settle by itself.
    ///
    /// - Parameters:
    ///   - question: What is asked.
    ///   - step: The step that asks.
    /// - Returns: The answer; nil when there is nobody, so that the run waits.
    func ask(_ question: Question, step: OutlineStep) async -> GivenAnswer?
}
