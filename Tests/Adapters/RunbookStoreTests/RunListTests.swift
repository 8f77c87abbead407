import RunbookModel
import RunbookRun
import SQLite
import Testing

@testable import RunbookStore

struct RunListTests {
    @Test func listsTheNewestFirst() async throws {
        let temporary = try TemporaryStore()
        let store = try temporary.open()
        for (number, phase) in [RunPhase.passed, .failed, .waiting].enumerated() {
            let journal = try await store.begin(.at(number))
            try await journal.append([.begin(title: "run \(number)")], isDurable: true)
            try await journal.append([.finished(phase: phase, signal: nil)], isDurable: true)
            try await journal.close()
        }
        let runs = try await temporary.open(.read).runs()
        #expect(runs.map(\.title) == ["run 2", "run 1", "run 0"])
        #expect(runs.map(\.phase) == [.waiting, .failed, .passed])
        #expect(runs.map(\.environment) == ["staging", "staging", "staging"])
        #expect(runs.map(\.started.milliseconds) == [2, 1, 0])
        #expect(try await store.runs(limit: 1).map(\.title) == ["run 2"])
    }

    @Test func aRunThatNobodyHoldsWasInterrupted() async throws {
        let temporary = try TemporaryStore()
        let store = try temporary.open()
        let journal = try await store.begin(.at())
        try await journal.append([.begin()], isDurable: true)
        #expect(try await store.runs().first?.phase == .running)
        #expect(try await store.runs().first?.owner?.user == "anna")
        try await journal.close()
        #expect(try await store.runs().first?.phase == .interrupted)
        #expect(try await store.runs().first?.owner == nil)
    }

    @Test func aRunWithoutAFirstEventIsNone() async throws {
        let temporary = try TemporaryStore()
        let store = try temporary.open()
        _ = try await store.begin(.at())
        #expect(try await store.runs().isEmpty)
    }

    @Test(arguments: [
        ("2026-11-21-7f3c", "2026-11-21-7f3c"), ("7f3c", "2026-11-21-7f3c"), ("2026-11-21-7", "2026-11-21-7f3c"),
        ("2026-11-22", "2026-11-22-0001"), ("2026-11-21-aaaa", "2026-11-21-aaaa"), ("aaaab", "2026-11-21-aaaab"),
    ])
    func findsWhatIsMeant(text: String, run: String) async throws {
        #expect(try await fourRuns().find(text) == run)
    }

    @Test(arguments: ["", "ffff", "%", "2026-11-21-7f3c0"])
    func saysThatThereIsNone(text: String) async throws {
        let store = try await fourRuns()
        let failure = await #expect(throws: StoreFailure.self) { try await store.find(text) }
        #expect(failure == .unknownRun(text))
    }

    @Test func saysWhichMayBeMeant() async throws {
        let store = try await fourRuns()
        let failure = await #expect(throws: StoreFailure.self) { try await store.find("2026-11-21-a") }
        #expect(failure == .ambiguousRun("2026-11-21-a", ["2026-11-21-aaaab", "2026-11-21-aaaa"]))
        #expect(
            failure?.diagnostic.help == ["use one of these names: `2026-11-21-aaaab`, `2026-11-21-aaaa`"])
    }

    private func fourRuns() async throws -> RunStore {
        let temporary = try TemporaryStore()
        let store = try temporary.open()
        var connection = try Connection(path: temporary.folder.database)
        for run in ["2026-11-21-7f3c", "2026-11-22-0001", "2026-11-21-aaaa", "2026-11-21-aaaab"] {
            try connection.run("INSERT INTO runs (run, epoch, phase) VALUES (?, 0, 'running')", .text(run))
        }
        return store
    }
}
