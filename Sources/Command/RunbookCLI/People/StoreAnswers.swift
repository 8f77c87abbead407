import RunbookApp
import RunbookRun
import RunbookStore

/// The answers to a run in the store.
struct StoreAnswers: AnswerBox {
    let store: RunStore
    let run: String

    func deliver(_ answer: DeliveredAnswer) async throws -> DeliveredAnswer? {
        try await store.deliver(answer, to: run)
    }

    func keepLate(_ answer: DeliveredAnswer) async throws { try await store.keepLate(answer, to: run) }
}
