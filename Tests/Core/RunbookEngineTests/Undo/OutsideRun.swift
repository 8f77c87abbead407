import OrderedJSON
import RunbookModel
import RunbookRun
import RunbookTesting
import Testing

@testable import RunbookEngine

/// Runs of documents with parts that stand outside of them, with a journal that goes on.
struct OutsideRun {
    let files: [String: String]
    let handler: FakeHandler
    var policy = GatePolicy(saysYes: true, isDisposable: true)

    init(_ main: String, _ files: [String: String] = [:], _ handler: FakeHandler = FakeHandler()) {
        self.files = files.merging(["main.md": main]) { $1 }
        self.handler = handler
    }

    /// What a run came to, and its events.
    struct Outcome {
        let ending: RunEnding
        let events: [RunEvent]
        let state: RunState
        let questions: [Question]
    }

    /// Runs, resumes or takes back.
    func perform(
        after events: [RunEvent] = [], answers: [PersonAnswer] = [],
        delivered: [(answer: PersonAnswer, step: String, digest: String)] = [],
        _ act: @Sendable (Runner, RunStart) async -> RunEnding
    ) async throws -> Outcome {
        let book = try IncludedBook(files, handler)
        #expect(book.errors == [], "\(book.binding.diagnostics)")
        let log = RunLog()
        let journal = FakeJournal(log: log)
        let people = FakePeople(answers, log: log)
        let scope = book.makeScope(policy)
        try await journal.append(events, isDurable: true)
        for given in delivered { journal.deliver(given.answer, to: given.step, digest: given.digest) }
        let runner = Runner(
            scopes: [scope],
            ports: RunPorts(
                journal: journal, expressions: FakeExpressions(), people: people, clock: FakeClock(),
                interruption: Interruption(), observe: { _, _, _ in }),
            state: try TestRun.state(of: events))
        let ending = await act(runner, TestRun.start(of: [scope]))
        return Outcome(
            ending: ending, events: journal.events, state: try TestRun.state(of: journal.events),
            questions: people.questions)
    }

    func start(answers: [PersonAnswer] = []) async throws -> Outcome {
        try await perform(answers: answers) { runner, start in await runner.start(start) }
    }

    func undo(after events: [RunEvent], answers: [PersonAnswer] = []) async throws -> Outcome {
        try await perform(after: events, answers: answers) { runner, _ in await runner.undo(user: "ben", host: "h") }
    }
}
