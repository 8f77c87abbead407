import OrderedJSON
import RunbookModel
import RunbookRun
import RunbookTesting

@testable import RunbookEngine

/// A run with everything around it faked.
struct TestRun {
    let binding: Binding
    let log: RunLog
    let handler: FakeHandler
    let journal: FakeJournal
    let clock: FakeClock
    let people: FakePeople
    let interruption = Interruption()
    /// The checks that were tried on behalf of other steps.
    let looks = RunLog()
    var values = ValueStore()
    var choice: [String: String] = [:]
    var targets: [String: Target] = [:]
    var policy = GatePolicy(saysYes: false, isDisposable: false)
    var documentHash = "d1"

    init(
        _ book: SampleBook, answers: [PersonAnswer] = [], isThinking: Bool = false,
        onAsk: @escaping @Sendable (Question) async -> Void = { _ in },
        onPerform: @escaping @Sendable (Action) async -> Void = { _ in }
    ) {
        let log = RunLog()
        self.log = log
        handler = FakeHandler(log: log, onPerform: onPerform)
        journal = FakeJournal(log: log)
        clock = FakeClock(log: log)
        people = FakePeople(answers, log: log, isThinking: isThinking, onAsk: onAsk)
        binding = book.binding(handler)
    }

    private var scope: Scope {
        Scope(
            document: .init(file: "a.md", sha256: documentHash), binding: binding, targets: targets, values: values,
            choice: choice, policy: policy)
    }

    private func runner(_ scope: Scope, _ state: RunState) -> Runner {
        Runner(
            scopes: [scope],
            ports: RunPorts(
                journal: journal, expressions: FakeExpressions(), people: people, clock: clock,
                interruption: interruption, look: { [looks] check in if let check { looks.add(check.id) } },
                observe: { _, _, _ in }), state: state)
    }

    func start() async -> RunEnding {
        let scope = scope
        return await runner(scope, RunState()).start(TestRun.start(of: [scope]))
    }

    /// The first event of a run of these documents.
    static func start(of scopes: [Scope]) -> RunStart {
        let documents = scopes.sorted { $0.document.position < $1.document.position }.map { scope in
            RunStart.Document(
                file: scope.document.file, path: "/a.md", sha256: scope.document.sha256, commit: nil, isModified: false,
                role: scope.document.position == 0 ? .runbook : .fixture)
        }
        return RunStart(
            tool: "t", user: "ana", host: "h", document: documents[0], others: Array(documents.dropFirst()),
            environment: .init(.init(name: "e", sha256: nil, isSandbox: false, isDisposable: false)),
            targets: [], parameters: [],
            outline: Outline(title: scopes[0].outline.title, steps: scopes.flatMap(\.outline.steps)))
    }

    /// Goes on with the events of another run, as a new process would.
    func resume(after events: [RunEvent], adopting adopted: [RunEvent] = []) async throws -> RunEnding {
        try await journal.append(events, isDurable: true)
        return await runner(scope, try TestRun.state(of: events)).resume(
            user: "ana", host: "h", adopting: adopted)
    }

    /// Tries once more what had held in another run.
    func recheck(after events: [RunEvent]) async throws -> [(step: String, failure: StepFailure)]? {
        await runner(scope, try TestRun.state(of: events)).recheck()
    }

    static func state(of events: [RunEvent]) throws -> RunState {
        try events.reduce(into: RunState()) { try $0.apply($1, at: Timestamp(milliseconds: 0)) }
    }

    /// The fold of all events of the journal.
    var state: RunState {
        get throws { try TestRun.state(of: journal.events) }
    }

    /// Where a step stands.
    func step(_ id: String) throws -> StepRecord { try state.step(id) }

    /// All that the journal keeps, as text.
    var journalText: String { journal.events.map { $0.data.text(.canonical) }.joined(separator: "\n") }
}

extension RunEnding {
    /// A short name for comparisons.
    var name: String {
        switch self {
        case .passed: "passed"
        case .failed(let step): "failed \(step)"
        case .waiting(let step): "waiting \(step)"
        case .aborted(let step): "aborted \(step)"
        case .stopped(let signal): "stopped \(signal)"
        case .journalFailed(let failure): "journal \(failure.reason)"
        case .internalError(let diagnostic): "error \(diagnostic.message)"
        }
    }
}
