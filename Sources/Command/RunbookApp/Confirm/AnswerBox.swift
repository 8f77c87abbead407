package import RunbookRun

/// Where answers to the questions of one run are left for its owner.
package protocol AnswerBox: Sendable {
    /// Leaves an answer.
    ///
    /// - Returns: The answer that came before; nil when this one counts.
    func deliver(_ answer: DeliveredAnswer) async throws -> DeliveredAnswer?

    /// Leaves an answer to something that was answered before.
    func keepLate(_ answer: DeliveredAnswer) async throws
}
