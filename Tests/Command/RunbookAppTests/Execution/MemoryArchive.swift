import RunbookApp
import RunbookRun
import Synchronization

/// Runs in memory, and in which order things were done to them.
final class MemoryArchive: RunArchive {
    /// Another run has the targets.
    struct Held: Error {}

    /// The journal of the only run.
    final class Pages: OwnedJournal {
        let run = "r1"
        let executor = QueueExecutor(label: "runbook.pages")
        private let archive: MemoryArchive

        init(_ archive: MemoryArchive) { self.archive = archive }

        func append(_ events: [RunEvent], isDurable: Bool) async throws(JournalFailure) {
            let failure = archive.state.withLock { state -> JournalFailure? in
                if let failure = state.failure { return failure }
                state.events += events
                state.log += events.map(\.kind)
                return nil
            }
            if let failure { throw failure }
        }

        func keep(_ text: String, sha256: String) async throws(JournalFailure) {
            archive.state.withLock { $0.texts[sha256] = text }
        }

        func pendingAnswers() async throws(JournalFailure) -> [DeliveredAnswer] { [] }

        func lateAnswers() async throws(JournalFailure) -> [DeliveredAnswer] { [] }

        func first(_ answer: DeliveredAnswer) async throws(JournalFailure) -> DeliveredAnswer { answer }

        func close() async throws(JournalFailure) { archive.note("close") }
    }

    struct State {
        var log: [String] = []
        var events: [RunEvent] = []
        var texts: [String: String] = [:]
        var claims: [[String]] = []
        var holders: [String] = []
        var plans: [String: String] = [:]
        var failure: JournalFailure?
    }

    let state: Mutex<State>

    /// - Parameters:
    ///   - holders: Who has the targets, one claim after another; then nobody has them.
    ///   - plans: The runs that have used plans.
    init(holders: [String] = [], plans: [String: String] = [:], failure: JournalFailure? = nil) {
        state = Mutex(State(holders: holders, plans: plans, failure: failure))
    }

    var now: State { state.withLock { $0 } }
    /// The journal, as another process would continue it.
    var journal: Pages { Pages(self) }

    func note(_ word: String) { state.withLock { $0.log.append(word) } }

    func begin() async throws -> any OwnedJournal {
        note("begin")
        return journal
    }

    func use(plan hash: String, for run: String) async throws -> String? {
        state.withLock { state in
            if let user = state.plans[hash] { return user }
            state.plans[hash] = run
            return nil
        }
    }

    func claim(_ subject: [String]) async throws -> TargetClaim {
        state.withLock { state in
            guard state.holders.isEmpty else { return .held(by: state.holders.removeFirst(), Held()) }
            state.claims.append(subject)
            state.log.append("claim")
            return .granted { [self] in note("release") }
        }
    }
}
