import RunbookRun
import RunbookTesting
import Synchronization

/// A journal in memory.
final class FakeJournal: Journal {
    private struct State {
        var events: [RunEvent] = []
        var durable = 0
        var answers: [DeliveredAnswer] = []
        var faster: PersonAnswer?
        var late: [DeliveredAnswer] = []
        var failure: (after: Int, JournalFailure)?
        var listeners: [AsyncStream<Void>.Continuation] = []
    }

    let run = "R1"
    let executor = QueueExecutor(label: "runbook.fake")
    private let state = Mutex(State())
    private let log: RunLog

    init(log: RunLog) { self.log = log }

    /// All events.
    var events: [RunEvent] { state.withLock { $0.events } }
    /// The kinds of all events.
    var kinds: [String] { events.map(\.kind) }
    /// How many events have surely reached the disk.
    var durable: Int { state.withLock { $0.durable } }

    /// Fails every append once so many events are kept.
    func fail(after count: Int, _ reason: JournalFailure.Reason) {
        state.withLock { $0.failure = (count, JournalFailure(reason, "the disk of the store is full")) }
    }

    /// Gives an answer from elsewhere.
    func deliver(_ answer: PersonAnswer, to step: String, digest: String) {
        let listeners = state.withLock { state in
            state.answers.append(
                DeliveredAnswer(step: step, digest: digest, answer: answer, by: "ben", at: Timestamp(milliseconds: 0)))
            return state.listeners
        }
        for listener in listeners { listener.yield() }
    }

    /// Lets somebody elsewhere answer a moment before the next answer that is given here.
    func overtake(with answer: PersonAnswer) { state.withLock { $0.faster = answer } }

    func append(_ events: [RunEvent], isDurable: Bool) async throws(JournalFailure) {
        let failure = state.withLock { state -> JournalFailure? in
            if let (after, failure) = state.failure, state.events.count + events.count > after { return failure }
            state.events += events
            if isDurable { state.durable = state.events.count }
            for case .step(let step, let event) in events {
                let digest = (event as? StepAnswered)?.digest ?? (event as? AnswerVoid)?.digest
                state.answers.removeAll { $0.step == step && $0.digest == digest }
            }
            return nil
        }
        if let failure { throw failure }
        for event in events { log.add(event.kind) }
        if isDurable { log.add("flush") }
    }

    func keep(_ text: String, sha256: String) async throws(JournalFailure) {}

    func pendingAnswers() async throws(JournalFailure) -> [DeliveredAnswer] { state.withLock { $0.answers } }

    func lateAnswers() async throws(JournalFailure) -> [DeliveredAnswer] {
        state.withLock { state in
            defer { state.late = [] }
            return state.late
        }
    }

    func first(_ answer: DeliveredAnswer) async throws(JournalFailure) -> DeliveredAnswer {
        state.withLock { state in
            guard let faster = state.faster else { return answer }
            state.faster = nil
            state.late.append(answer)
            return DeliveredAnswer(
                step: answer.step, digest: answer.digest, answer: faster, by: "ben", at: answer.at)
        }
    }

    func commits() -> AsyncStream<Void> {
        let (stream, continuation) = AsyncStream.makeStream(of: Void.self, bufferingPolicy: .bufferingNewest(1))
        continuation.yield()
        state.withLock { $0.listeners.append(continuation) }
        return stream
    }
}
