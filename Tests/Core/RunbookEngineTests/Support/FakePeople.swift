import RunbookModel
import RunbookRun
import RunbookTesting
import Synchronization

/// A person at a terminal, or nobody.
final class FakePeople: People {
    private let answers: Mutex<[PersonAnswer]>
    private let isThinking: Bool
    private let asked = Mutex<[Question]>([])
    private let log: RunLog
    private let onAsk: @Sendable (Question) async -> Void

    /// - Parameters:
    ///   - answers: What is said, one after another; nobody is there when none is left.
    ///   - isThinking: Whether the person then thinks until the question is taken back.
    init(
        _ answers: [PersonAnswer], log: RunLog, isThinking: Bool = false,
        onAsk: @escaping @Sendable (Question) async -> Void = { _ in }
    ) {
        self.answers = Mutex(answers)
        self.isThinking = isThinking
        self.log = log
        self.onAsk = onAsk
    }

    /// What was asked.
    var questions: [Question] { asked.withLock { $0 } }

    func ask(_ question: Question, step: OutlineStep) async -> GivenAnswer? {
        log.add("ask \(step.id)")
        asked.withLock { $0.append(question) }
        await onAsk(question)
        if let answer = answers.withLock({ $0.isEmpty ? nil : $0.removeFirst() }) {
            return GivenAnswer(answer: answer, by: "ana", via: "terminal")
        }
        if isThinking {
            // Until the task is cancelled.
            for await _ in AsyncStream<Void>(unfolding: { try? await Task.sleep(for: .seconds(3600)) }) {}
        }
        return nil
    }
}
