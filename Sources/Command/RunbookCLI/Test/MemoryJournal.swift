import RunbookModel

/// A journal that is gone with its test.
struct MemoryJournal: Journal {
    let run = "test"

    func append(_ events: [RunEvent], isDurable: Bool) async throws(JournalFailure) {}

    func keep(_ text: String, sha256: String) async throws(JournalFailure) {}

    func pendingAnswers() async throws(JournalFailure) -> [DeliveredAnswer] { [] }

    func lateAnswers() async throws(JournalFailure) -> [DeliveredAnswer] { [] }

    func first(_ answer: DeliveredAnswer) async throws(JournalFailure) -> DeliveredAnswer { answer }
}
