import OrderedJSON
import RunbookModel
import RunbookRun
import RunbookTesting
import Testing

@testable import RunbookEngine

/// Plan and run skip exactly the same steps for the same reasons, in one process or in many.
struct AgreementTests {
    private static let documents = 2_000

    /// What the corpus has shown, so that a generator that makes nothing is noticed.
    private struct Seen {
        var runs = 0
        var skipped: [SkipReason: Int] = [:]
        var undecided = 0
        var resumed = 0
        var repeated = 0
        var prepared = 0
    }

    @Test func planAndRunSkipTheSameSteps() async throws {
        var seen = Seen()
        var seed: UInt64 = 0
        while seen.runs < Self.documents {
            seed += 1
            try #require(seed < 40_000, "the generator makes too few runbooks")
            try await check(seed: seed, &seen)
            // Other tests wait for their turn, some with a deadline.
            await Task.yield()
        }
        #expect(seen.skipped[.notChosen, default: 0] > 500 && seen.skipped[.condition, default: 0] > 300)
        #expect(seen.skipped[.needsSkipped, default: 0] > 300)
        #expect(seen.undecided > 100 && seen.resumed > 300 && seen.repeated > 30 && seen.prepared > 200, "\(seen)")
    }

    private func check(seed: UInt64, _ seen: inout Seen) async throws {
        let own = GeneratedDocument(seed: seed)
        let fixture = seed.isMultiple(of: 4) ? GeneratedDocument(seed: seed &+ 1_000_000) : nil
        let handler = FakeHandler()
        guard let binding = own.binding(to: handler) else { return }
        var dice = GeneratedDocument.Dice(state: seed)
        var scopes = [scope(binding, way: "abc".randomElement(using: &dice).map(String.init) ?? "a")]
        if let prepared = fixture?.binding(to: handler) {
            scopes.insert(scope(prepared.grouped(under: "fixture"), position: 1, way: "a"), at: 0)
            seen.prepared += 1
        }
        for bound in scopes.flatMap(\.binding.steps) {
            for action in bound.actions where !bound.captureNames.isEmpty {
                let value = Int.random(in: 1...2, using: &dice)
                let title = action.title.shown { _ in nil }
                let prefix = title[...(title.lastIndex(of: "/") ?? title.startIndex)]
                handler.script(prefix: String(prefix), ["v": .number(JSONNumber(value))])
            }
        }
        let isInOneProcess = dice.roll(50)
        let state = try await run(scopes, isInOneProcess: isInOneProcess, &seen)
        seen.runs += 1
        for scope in scopes {
            for step in await PlanRenderer.steps(of: scope, with: FakeExpressions()) {
                let record = state.step(step.id)
                let text = "\(step.id) of seed \(seed), \(record.state), planned \(step.fate):\n\(own.text)"
                switch step.fate {
                case .skipped(let reason, let detail):
                    seen.skipped[reason, default: 0] += 1
                    #expect(record.state == .skipped, "\(text)")
                    #expect(record.skipped?.reason == reason && record.skipped?.detail == detail, "\(text)")
                case .taken: #expect([.passed, .satisfied].contains(record.state), "\(text)")
                case .undecided:
                    seen.undecided += 1
                    let reasons: [SkipReason?] = [nil, .condition, .needsSkipped]
                    #expect(record.state.isDone && reasons.contains(record.skipped?.reason), "\(text)")
                }
            }
        }
    }

    private func scope(_ binding: Binding, position: Int = 0, way: String) -> Scope {
        var values = ValueStore()
        values.set("way", to: .string(way))
        values.set("flag", to: true)
        values.set("other", to: false)
        return Scope(
            document: .init(position: position, file: "a.md", sha256: "d\(position)"), binding: binding, targets: [:],
            values: values, choice: ["way": way, "flag": "true", "other": "false"],
            policy: GatePolicy(saysYes: false, isDisposable: false))
    }

    /// The state at the end of a run in which a person says yes to everything, at once or from elsewhere.
    private func run(_ scopes: [Scope], isInOneProcess: Bool, _ seen: inout Seen) async throws -> RunState {
        let log = RunLog()
        let journal = FakeJournal(log: log)
        let people = FakePeople(Array(repeating: .go, count: isInOneProcess ? 100 : 0), log: log)
        func runner(_ state: RunState) -> Runner {
            Runner(
                scopes: scopes,
                ports: RunPorts(
                    journal: journal, expressions: FakeExpressions(), people: people, clock: FakeClock(log: log),
                    interruption: Interruption(), observe: { _, _, _ in }), state: state)
        }
        var ending = await runner(RunState()).start(TestRun.start(of: scopes))
        var state = try TestRun.state(of: journal.events)
        while case .waiting = ending {
            let waiting = state.steps.first { $0.value.state == .waiting }
            let (step, record) = try #require(waiting)
            let question = try #require(record.question)
            if question.kinds.contains(.repeat) { seen.repeated += 1 }
            seen.resumed += 1
            journal.deliver(.go, to: step, digest: question.digest)
            ending = await runner(state).resume(user: "ana", host: "h")
            state = try TestRun.state(of: journal.events)
        }
        #expect(ending.name == "passed")
        return state
    }
}
