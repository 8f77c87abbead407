import RunbookRun
import Synchronization
import Testing

@testable import RunbookStore

struct PlanRunsTests {
    /// Begins a run that ends after so many milliseconds.
    private func run(
        _ store: RunStore, path: String = "/a.md", environment: String? = "/e.yaml", plan: String? = nil,
        phase: RunPhase = .passed, milliseconds: Int = 1000
    ) async throws -> String {
        let clock = Mutex(1_795_000_000_000)
        let session = Session(user: "anna", host: "ops1") { Timestamp(milliseconds: clock.withLock { $0 }) }
        let journal = try await store.begin(session)
        let start = RunStart(
            tool: "t", user: "anna", host: "ops1",
            document: .init(file: "a.md", path: path, sha256: "00", commit: nil, isModified: false),
            environment: .init(
                .init(name: "e", sha256: nil, isSandbox: false, isDisposable: false),
                path: environment),
            targets: [], parameters: [], outline: Outline(title: "\"plan\":\"p1\"", steps: []), plan: plan)
        try await journal.append([.started(start)], isDurable: true)
        clock.withLock { $0 += milliseconds }
        try await journal.append([.finished(phase: phase, signal: nil)], isDurable: true)
        try await journal.close()
        return journal.run
    }

    @Test func aPlanIsUsedOnce() async throws {
        let temporary = try TemporaryStore()
        let winners = try await withThrowingTaskGroup(of: Bool.self) { group in
            for _ in 0..<8 {
                group.addTask {
                    let store = try temporary.open()
                    let journal = try await store.begin(.at())
                    let user = try await store.use(plan: "p1", for: journal.run)
                    if user == nil { try await journal.append([.begin()], isDurable: true) }
                    try await journal.close()
                    return user == nil
                }
            }
            return try await group.reduce(0) { $0 + ($1 ? 1 : 0) }
        }
        #expect(winners == 1)
    }

    @Test func whoDiedBeforeItBeganHasNotUsedAPlan() async throws {
        let temporary = try TemporaryStore()
        let store = try temporary.open()
        let first = try await store.begin(.at())
        #expect(try await store.use(plan: "p1", for: first.run) == nil)
        #expect(try await store.use(plan: "p1", for: "other") == first.run)
        try await first.close()
        #expect(try await store.use(plan: "p1", for: "other") == nil)
    }

    @Test func findsTheRunOfAPlan() async throws {
        let temporary = try TemporaryStore()
        let store = try temporary.open()
        _ = try await run(store)
        let second = try await run(store, plan: "p2", phase: .failed)
        #expect(try await store.run(ofPlan: "p2") == second)
        // What merely looks like one is none.
        #expect(try await store.run(ofPlan: "p1") == nil)
        #expect(try await RunStore(StoreFolder(path: "/nowhere"), access: .read).run(ofPlan: "p2") == nil)
    }

    @Test func tellsHowLongRunsTookThatPassed() async throws {
        let temporary = try TemporaryStore()
        let store = try temporary.open()
        _ = try await run(store, milliseconds: 10)
        _ = try await run(store, milliseconds: 20)
        _ = try await run(store, phase: .failed, milliseconds: 30)
        _ = try await run(store, path: "/b.md", milliseconds: 40)
        _ = try await run(store, environment: "/f.yaml", milliseconds: 50)
        _ = try await run(store, environment: nil, milliseconds: 60)
        let took = try await store.durations(ofDocument: "/a.md", in: "/e.yaml")
        #expect(Set(took) == [.milliseconds(10), .milliseconds(20)])
        #expect(try await store.durations(ofDocument: "/a.md", in: nil) == [.milliseconds(60)])
        #expect(try await store.durations(ofDocument: "/c.md", in: nil).isEmpty)
    }
}
