/// The journal of one run, as its owner writes it.
package protocol Journal: Sendable {
    /// The run's identity.
    var run: String { get }

    /// The queue that the journal works on, and all that carries the run out.
    var executor: QueueExecutor { get }

    /// Appends events in order, at the end, under the owner's epoch.
    ///
    /// - Parameters:
    ///   - events: The events; all or none are written.
    ///   - isDurable: Whether they must have reached the disk, with all before them, before this returns. Others may be
    ///     written together with the next durable ones.
    /// - Throws: `JournalFailure`; after it nothing may be sent any more.
    func append(_ events: [RunEvent], isDurable: Bool) async throws(JournalFailure)

    /// Keeps a text under its SHA-256, once.
    func keep(_ text: String, sha256: String) async throws(JournalFailure)

    /// Answers that others gave to questions of this run and that no event has taken up yet, the first to each.
    func pendingAnswers() async throws(JournalFailure) -> [DeliveredAnswer]

    /// Answers that came when somebody had answered before, and that no event tells of yet.
    func lateAnswers() async throws(JournalFailure) -> [DeliveredAnswer]

    /// Lets an answer that was given here stand beside those from elsewhere, so that the first to a question wins.
    ///
    /// - Returns: The first; it is this one unless somebody was faster.
    func first(_ answer: DeliveredAnswer) async throws(JournalFailure) -> DeliveredAnswer

    /// Something now, and whenever `pendingAnswers` may have changed.
    ///
    /// It ends at once where nobody can tell; then only what is there now is taken.
    func commits() -> AsyncStream<Void>
}

extension Journal {
    /// Says that nobody can tell.
    package func commits() -> AsyncStream<Void> { AsyncStream { $0.finish() } }
}
