package import RunbookRun

/// A journal that keeps nothing, for a run that nobody looks at later.
package struct MemoryJournal: Journal {
    package let run = "test"
    package let executor = QueueExecutor(label: "runbook.test")

    /// Makes a journal.
    package init() {}

    package func append(_ events: [RunEvent], isDurable: Bool) async throws(JournalFailure) {}

    package func keep(_ text: String, sha256: String) async throws(JournalFailure) {}

    package func pendingAnswers() async throws(JournalFailure) -> [DeliveredAnswer] { [] }

    package func lateAnswers() async throws(JournalFailure) -> [DeliveredAnswer] { [] }

    package func first(_ answer: DeliveredAnswer) async throws(JournalFailure) -> DeliveredAnswer { answer }
}
