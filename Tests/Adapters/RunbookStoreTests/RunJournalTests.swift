import Digests
import Glibc
import OrderedJSON
import RunbookModel
import RunbookRun
import SQLite
import Testing

@testable import RunbookStore

struct RunJournalTests {
    @Test func keepsEventsInOrder() async throws {
        let temporary = try TemporaryStore()
        let store = try temporary.open()
        let journal = try await store.begin(.at(1_795_000_000_000))
        let events: [RunEvent] = [
            .begin(), .attemptStarted(step: "a", attempt: 1), .progress(step: "a", text: "é\n\0"),
            .passed(step: "a", values: StepValues()), .finished(phase: .passed, signal: nil),
        ]
        try await journal.append([events[0]], isDurable: true)
        try await journal.append([events[1]], isDurable: false)
        try await journal.append(Array(events[2...3]), isDurable: true)
        try await journal.append([events[4]], isDurable: false)
        let entries = try await store.entries(of: journal.run)
        #expect(entries.map(\.event) == events)
        #expect(entries.map(\.sequence) == [1, 2, 3, 4, 5])
        #expect(entries.allSatisfy { $0.epoch == 1 && $0.at.milliseconds == 1_795_000_000_000 })
        #expect(try await store.entries(of: journal.run, after: 3).map(\.sequence) == [4, 5])
    }

    @Test func keepsKindsThatItDoesNotKnow() async throws {
        let temporary = try TemporaryStore()
        let store = try temporary.open()
        let journal = try await store.begin(.at())
        let event = RunEvent.unknown(kind: "step-dreamt", data: ["of": "sheep", "count": 3])
        try await journal.append([event], isDurable: true)
        #expect(try await store.entries(of: journal.run).first?.event.kind == "step-dreamt")
        #expect(try await store.entries(of: journal.run).first?.event.data["of"] == "sheep")
        #expect(try await store.verifyChain(of: journal.run) != .broken(sequence: 1))
    }

    @Test func writesDurablyAfterARelaxedCommit() async throws {
        let temporary = try TemporaryStore()
        let journal = try await temporary.open().begin(.at())
        try await journal.append([.begin()], isDurable: false)
        #expect(try await journal.synchronous == 1)
        try await journal.append([.stopped(step: "a")], isDurable: true)
        #expect(try await journal.synchronous == 2)
    }

    @Test func goesOnUnderAHigherEpoch() async throws {
        let temporary = try TemporaryStore()
        let store = try temporary.open()
        let first = try await store.begin(.at())
        try await first.append([.begin()], isDurable: true)
        try await first.close()
        let second = try await store.takeOn(first.run, .at())
        #expect(second.epoch == 2)
        try await second.append([.resumed(user: "ben", host: "ops2")], isDurable: true)
        #expect(try await store.entries(of: first.run).map(\.epoch) == [1, 2])
        #expect(try await store.entries(of: first.run).map(\.sequence) == [1, 2])
        #expect(try await store.verifyChain(of: first.run).isIntact(length: 2))
    }

    @Test func aClosedJournalTakesNothing() async throws {
        let temporary = try TemporaryStore()
        let journal = try await temporary.open().begin(.at())
        try await journal.close()
        let failure = await #expect(throws: JournalFailure.self) {
            try await journal.append([.begin()], isDurable: true)
        }
        #expect(failure?.reason == .notOwner)
    }

    @Test func neverPushesALivingOwnerAside() async throws {
        let temporary = try TemporaryStore()
        let journal = try await temporary.open().begin(.at(5))
        let other = try temporary.open()
        let failure = await #expect(throws: StoreFailure.self) { try await other.takeOn(journal.run, .at(9)) }
        let owner = Owner(user: "anna", host: "ops1", process: getpid(), since: Timestamp(milliseconds: 5))
        #expect(failure == .runHeld(journal.run, by: owner))
        #expect(await other.owner(of: journal.run) == owner)
        #expect(try await epoch(of: journal.run, in: temporary) == 1)
    }

    @Test func anOlderEpochWritesNothing() async throws {
        let temporary = try TemporaryStore()
        let store = try temporary.open()
        let first = try await store.begin(.at())
        try await first.append([.begin()], isDurable: true)
        // As if the lock had not held, for instance on a file system that lies about it.
        unlink(temporary.folder.lock(ofRun: first.run))
        let second = try await store.takeOn(first.run, .at())
        let failure = await #expect(throws: JournalFailure.self) {
            try await first.append([.stopped(step: "a")], isDurable: true)
        }
        #expect(failure?.reason == .notOwner)
        let help = failure.map { StoreFailure.journal($0).diagnostic.help } ?? []
        #expect(help == ["to see what the other process does: `runbook report \(first.run)`"])
        try await second.append([.resumed(user: "ben", host: "ops2")], isDurable: true)
        #expect(try await store.entries(of: first.run).map(\.epoch) == [1, 2])
    }

    @Test func twoRunsAreWrittenAtOnce() async throws {
        let temporary = try TemporaryStore()
        let runs = try await withThrowingTaskGroup(of: String.self) { group in
            for _ in 0..<2 {
                group.addTask {
                    let journal = try await temporary.open().begin(.at())
                    try await journal.append([.begin()], isDurable: true)
                    for number in 1..<100 {
                        try await journal.append([.attemptStarted(step: "a", attempt: number)], isDurable: true)
                    }
                    return journal.run
                }
            }
            return try await group.reduce(into: []) { $0.append($1) }
        }
        let store = try temporary.open(.read)
        for run in runs { #expect(try await store.verifyChain(of: run).isIntact(length: 100)) }
    }

    @Test func aFullDiskKeepsWhatWasThere() async throws {
        let temporary = try TemporaryStore()
        let store = try temporary.open()
        let journal = try await store.begin(.at())
        try await journal.append([.begin()], isDurable: true)
        try await journal.limit(pages: 20)
        let long = RunEvent.progress(step: "a", text: String(repeating: "x", count: 200_000))
        let failure = await #expect(throws: JournalFailure.self) {
            try await journal.append([.stopped(step: "a"), long], isDurable: true)
        }
        #expect(failure == JournalFailure(.full, "the disk of the store is full"))
        #expect(try await store.entries(of: journal.run).count == 1)
        // What is shorter may find room: the end of the run is told.
        try await journal.append([.finished(phase: .failed, signal: nil)], isDurable: true)
        #expect(try await store.verifyChain(of: journal.run).isIntact(length: 2))
    }

    @Test func keepsTextsOnce() async throws {
        let temporary = try TemporaryStore()
        let store = try temporary.open()
        let journal = try await store.begin(.at())
        for text in ["# Title\n", "# Title\n", ""] { try await journal.keep(text, sha256: SHA256.hex(text)) }
        #expect(try await store.text(sha256: SHA256.hex("# Title\n")) == "# Title\n")
        #expect(try await store.text(sha256: SHA256.hex("")) == "")
        #expect(try await store.text(sha256: SHA256.hex("other")) == nil)
        try await journal.keep("another", sha256: SHA256.hex("claimed"))
        #expect(try await store.text(sha256: SHA256.hex("claimed")) == nil)
    }

    private func epoch(of run: String, in temporary: TemporaryStore) async throws -> Int? {
        var connection = try Connection(path: temporary.folder.database, access: .read)
        return try connection.first("SELECT epoch FROM runs WHERE run = ?", .text(run)) { try $0.int(0) }
    }
}

extension ChainCheck {
    func isIntact(length: Int) -> Bool {
        if case .intact(length, _) = self { true } else { false }
    }
}

extension RunJournal {
    /// Lets the database grow to so many pages: SQLite then says what it says of a full disk.
    func limit(pages: Int) throws {
        try connection.execute("PRAGMA max_page_count = \(pages)")
    }

    /// What SQLite says about the commits of the connection that writes: 1 is NORMAL, 2 is FULL.
    var synchronous: Int? {
        get throws { try connection.first("PRAGMA synchronous") { try $0.int(0) } }
    }
}
