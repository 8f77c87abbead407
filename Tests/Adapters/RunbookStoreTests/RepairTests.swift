import Foundation
import RunbookModel
import RunbookRun
import RunbookTesting
import SQLite
import Testing

@testable import RunbookStore

struct RepairTests {
    /// A store as a process that was killed leaves it: most runs in the database, the last in the log; or as one leaves it
    /// that ended.
    private func store(withLog: Bool) async throws -> (store: TemporaryStore, events: [String: [JournalEntry]]) {
        let temporary = try TemporaryStore()
        do {
            let store = try temporary.open()
            for number in 0..<30 {
                let journal = try await store.begin(.at(number))
                try await journal.append([.begin(title: "run \(number)")], isDurable: true)
                for part in 0..<4 {
                    // Some fill pages of their own.
                    let text = "needle " + String(repeating: "x", count: part == 3 ? 9000 : 300)
                    try await journal.append(
                        [.attemptStarted(step: "a", attempt: part + 1), .progress(step: "a", text: text)],
                        isDurable: true)
                    try await journal.append([.passed(step: "a", values: StepValues())], isDurable: true)
                    try await journal.append([.reset(step: "a", by: "ana")], isDurable: true)
                }
                try await journal.append([.finished(phase: .passed, signal: nil)], isDurable: true)
                try await journal.keep("text \(number)", sha256: "\(number)")
                try await journal.close()
            }
        }
        if !withLog {
            let store = try temporary.open(.read)
            return (temporary, try await Self.events(of: store))
        }
        // Whoever closes it last takes the log into the database; what comes now stays in the log.
        let store = try temporary.open()
        let last = try await store.begin(.at(100))
        try await last.append([.begin(title: "the last")], isDurable: true)
        for attempt in 1...40 {
            try await last.append(
                [.attemptStarted(step: "a", attempt: attempt), .passed(step: "a", values: StepValues())],
                isDurable: true)
            try await last.append([.reset(step: "a", by: "ana")], isDurable: true)
        }
        let events = try await Self.events(of: store)
        let killed = try TemporaryStore()
        try FileManager.default.createDirectory(
            atPath: (killed.folder.path as NSString).deletingLastPathComponent, withIntermediateDirectories: true)
        try FileManager.default.copyItem(atPath: temporary.folder.path, toPath: killed.folder.path)
        try await last.close()
        return (killed, events)
    }

    private static func events(of store: RunStore) async throws -> [String: [JournalEntry]] {
        var events: [String: [JournalEntry]] = [:]
        for run in try await store.runs() { events[run.run] = try await store.entries(of: run.run) }
        return events
    }

    /// What a command may do with a store; the first failure.
    private func use(_ temporary: TemporaryStore, _ runs: [String]) async -> StoreFailure? {
        do throws(StoreFailure) {
            let store = try RunStore(temporary.folder, access: .read)
            _ = try await store.runs()
            for run in runs { _ = try await store.journal(of: run) }
            _ = try RunStore(temporary.folder, access: .write)
            return nil
        } catch {
            return error
        }
    }

    /// A sound database may have lost the texts: nothing can be repaired, and it is said.
    @Test func runsWithoutTheirTextsAreNamed() async throws {
        let temporary = try TemporaryStore()
        do {
            let store = try temporary.open()
            for number in 0..<2 {
                let run = try await store.begin(.at(number))
                try await run.append([.begin()], isDurable: true)
                try await run.keep("text", sha256: "00")
                try await run.close()
            }
        }
        let sound = try StoreRepair(temporary.folder).repair(at: Timestamp(milliseconds: 0))
        #expect(sound.damaged == nil && sound.withoutText.isEmpty)
        do {
            let connection = try Connection(path: temporary.folder.database)
            try connection.execute("DELETE FROM blobs WHERE hash = '00'")
        }
        let result = try StoreRepair(temporary.folder).repair(at: Timestamp(milliseconds: 0))
        #expect(result.damaged == nil && result.whole.count == 2 && result.withoutText == result.whole)
    }

    /// A process was killed while it made the database: SQLite left the journal of its first transaction.
    @Test func aStoreThatWasBeingMadeIsAnEmptyOne() async throws {
        for isRepaired in [false, true] {
            let temporary = try TemporaryStore()
            try temporary.folder.prepare()
            do {
                let connection = try Connection(path: temporary.folder.database)
                try connection.execute("CREATE TABLE half (x)")
            }
            // https://www.sqlite.org/fileformat.html, "The Rollback Journal": the database had no page before.
            var journal: [UInt8] = [0xD9, 0xD5, 0x05, 0xF9, 0x20, 0xA1, 0x63, 0xD7]
            for number in [0, 0, 0, 512, 4096] as [UInt32] {
                journal += (0..<4).map { UInt8(truncatingIfNeeded: number >> UInt32(24 - 8 * $0)) }
            }
            journal += [UInt8](repeating: 0, count: 512 - journal.count)
            #expect(FileManager.default.createFile(atPath: temporary.folder.journal, contents: Data(journal)))
            if isRepaired {
                #expect(try StoreRepair(temporary.folder).repair(at: Timestamp(milliseconds: 0)).damaged == nil)
            }
            #expect(try await temporary.open(.read).runs().isEmpty)
            let run = try await temporary.open().begin(.at())
            try await run.append([.begin(title: "the first")], isDurable: true)
            #expect(try await temporary.open(.read).runs().map(\.title) == ["the first"])
        }
    }

    /// What lets no process write here is damage as well.
    @Test func aHeaderThatForbidsToWriteIsDamage() async throws {
        let temporary = try TemporaryStore()
        do {
            let journal = try await temporary.open().begin(.at())
            try await journal.append([.begin(title: "kept")], isDurable: true)
            try await journal.close()
        }
        let file = try #require(FileHandle(forUpdatingAtPath: temporary.folder.database))
        try file.seek(toOffset: 18)
        try file.write(contentsOf: Data([0xFF]))
        try file.close()
        #expect(await use(temporary, [])?.diagnostic.code == "store/damaged")
        #expect(try StoreRepair(temporary.folder).repair(at: Timestamp(milliseconds: 0)).damaged != nil)
        #expect(try await temporary.open().runs().map(\.title) == ["kept"])
    }

    @Test(arguments: [true, false])
    func whatNobodyDamagedIsSound(withLog: Bool) async throws {
        let (temporary, events) = try await store(withLog: withLog)
        #expect(await use(temporary, Array(events.keys)) == nil)
        let result = try StoreRepair(temporary.folder).repair(at: Timestamp(milliseconds: 0))
        #expect(result.damaged == nil)
        #expect(Set(result.whole) == Set(events.keys))
        #expect(result.incomplete.isEmpty && result.lost.isEmpty)
    }

    @Test(arguments: Damage.allCases, [true, false])
    func savesWhatCanBeRead(damage: Damage, withLog: Bool) async throws {
        if let wanted = damage.wantsLog, wanted != withLog { return }
        let (temporary, events) = try await store(withLog: withLog)
        try damage.strike(temporary.folder)
        // It is told as what it is, by readers and by writers.
        let failure = await use(temporary, Array(events.keys))
        guard case .damaged(temporary.folder.path, _)? = failure else {
            Issue.record("\(damage) is told as \(String(describing: failure))")
            return
        }
        #expect(failure?.diagnostic.help.contains { $0.contains("runbook runs repair") } == true)
        let seen = try StoreRepair(temporary.folder).survey()
        let result = try StoreRepair(temporary.folder).repair(at: Timestamp(milliseconds: 0))
        #expect(result.whole == seen.whole && result.incomplete == seen.incomplete && result.lost == seen.lost)
        #expect(Set(result.whole + result.incomplete + result.lost) == Set(events.keys))
        let kept = try #require(result.damaged)
        #expect(access("\(kept)/runs.db", F_OK) == (damage == .removed ? -1 : 0))

        let store = try temporary.open()
        for run in result.whole { #expect(try await store.entries(of: run) == events[run]) }
        for run in result.incomplete {
            let left = try await store.entries(of: run)
            let all = try #require(events[run])
            #expect(left == Array(all.prefix(left.count)))
            // What is not known any more might be sent again.
            await #expect(throws: StoreFailure.self) { try await store.takeOn(run, .at()) }
        }
        for run in result.lost { await #expect(throws: StoreFailure.self) { try await store.find(run) } }
        #expect(damage.isTotal || result.whole.count >= 5, "\(result.whole.count) saved")
        // From now on it is a store like any other.
        try await store.begin(.at()).append([.begin()], isDurable: true)
        #expect(await use(temporary, result.whole + result.incomplete) == nil)
        #expect(TestFolder.names(in: temporary.folder.path).allSatisfy { !$0.hasPrefix("repair-") })
    }

    /// What the list does not read may be damaged all the same.
    @Test(arguments: [Damage.zeroedPages, .flippedPage])
    func aListIsNotShownAsIfNothingWere(damage: Damage) async throws {
        let (temporary, _) = try await store(withLog: false)
        try await temporary.open(.read).check()
        try damage.strike(temporary.folder)
        let store = try temporary.open(.read)
        await #expect(throws: StoreFailure.self) { try await store.check() }
    }

    /// Once somebody was told that the store is damaged, nobody writes to it until it is repaired.
    @Test(arguments: [true, false])
    func nobodyWritesToAStoreThatWasFoundDamaged(isRepaired: Bool) async throws {
        let (temporary, _) = try await store(withLog: false)
        let whole = try Damage.read(temporary.folder.database)
        try Damage.flippedPage.strike(temporary.folder)
        // What only adds to the end does not meet the page.
        _ = try temporary.open()
        await #expect(throws: StoreFailure.self) { try await temporary.open(.read).check() }
        #expect(throws: StoreFailure.self) { try temporary.open() }
        #expect(throws: StoreFailure.self) { try temporary.open() }
        if isRepaired {
            #expect(try StoreRepair(temporary.folder).repair(at: Timestamp(milliseconds: 0)).damaged != nil)
        } else {
            // Or until the file is there again that it was.
            try Data(whole).write(to: URL(filePath: temporary.folder.database))
        }
        try await temporary.open().check()
        #expect(temporary.folder.notedDamage == nil)
    }

    /// An event that was removed is missed by the list, and by whoever wants to write after it.
    @Test(arguments: [true, false])
    func anEventThatWasRemovedIsMissed(byTheList: Bool) async throws {
        let (temporary, events) = try await store(withLog: false)
        let run = try #require(events.keys.min())
        do {
            var connection = try Connection(path: temporary.folder.database, access: .write)
            try connection.run("DELETE FROM events WHERE run = ? AND seq = 2", .text(run))
        }
        let store = try temporary.open(.read)
        let failure = await #expect(throws: StoreFailure.self) {
            if byTheList { try await store.check() } else { _ = try await store.journal(of: run) }
        }
        guard case .damaged(_, let why)? = failure else {
            Issue.record("\(String(describing: failure))")
            return
        }
        #expect(why == "event 2 of run `\(run)` is missing, or was changed")
        #expect(throws: StoreFailure.self) { try temporary.open() }
        _ = try StoreRepair(temporary.folder).repair(at: Timestamp(milliseconds: 0))
        try await temporary.open().check()
    }

    /// No event has such a number.
    @Test(arguments: [-1, 0, Int64.min])
    func aNumberThatIsNoneIsNoLoss(lost: Int64) async throws {
        let (temporary, events) = try await store(withLog: false)
        do {
            var connection = try Connection(path: temporary.folder.database, access: .write)
            try connection.run("UPDATE runs SET lost = ?", .integer(lost))
        }
        let result = try StoreRepair(temporary.folder).repair(at: Timestamp(milliseconds: 0))
        #expect(result.lost.isEmpty && result.incomplete.isEmpty)
        #expect(Set(result.whole) == Set(events.keys))
    }

    /// The journal of a run is whole though the row that names it was removed.
    @Test(arguments: [true, false])
    func aRunWithoutItsRowIsSaved(withEvents: Bool) async throws {
        let (temporary, events) = try await store(withLog: false)
        let run = try #require(events.keys.min())
        do {
            var connection = try Connection(path: temporary.folder.database, access: .write)
            try connection.run("DELETE FROM runs WHERE run = ?", .text(run))
            if !withEvents { try connection.run("DELETE FROM events WHERE run = ?", .text(run)) }
        }
        guard case .damaged? = await use(temporary, [run]) else {
            Issue.record("not told")
            return
        }
        let result = try StoreRepair(temporary.folder).repair(at: Timestamp(milliseconds: 0))
        #expect(result.damaged != nil)
        #expect(result.whole.contains(run) == withEvents)
        #expect(result.lost == (withEvents ? [] : [run]))
        #expect(await use(temporary, result.whole) == nil)
        if withEvents { #expect(try await temporary.open().entries(of: run) == events[run]) }
    }

    /// A lock beside a database that knows nothing of its run, and in which nobody wrote anything down.
    @Test func anEmptyLockIsNoDeadEnd() async throws {
        let (temporary, _) = try await store(withLog: false)
        try "".write(toFile: temporary.folder.lock(ofRun: "2026-11-30-0000"), atomically: false, encoding: .utf8)
        guard case .damaged? = await use(temporary, []) else {
            Issue.record("not told")
            return
        }
        #expect(try StoreRepair(temporary.folder).repair(at: Timestamp(milliseconds: 0)).damaged != nil)
        #expect(await use(temporary, []) == nil)
    }

    /// Another kind of file is neither followed nor waited for, whatever a command wants of the store.
    @Test(arguments: ["runs.db", "runs.db-wal", "locks/store", "locks/2026-11-30-0000"], ["link", "folder", "pipe"])
    func anotherKindOfFileIsRefused(name: String, kind: String) async throws {
        let temporary = try TemporaryStore()
        _ = try temporary.open()
        let path = "\(temporary.folder.path)/\(name)"
        rename(path, path + ".away")
        switch kind {
        case "link": symlink(path + ".away", path)
        case "folder": mkdir(path, 0o700)
        default: mkfifo(path, 0o600)
        }
        func isTold(_ body: () throws -> Void) -> Bool {
            do {
                try body()
                return false
            } catch StoreFailure.notAFile(path, _) { return true } catch { return false }
        }
        #expect(isTold { _ = try temporary.open() })
        #expect(isTold { _ = try temporary.open(.read) })
        #expect(isTold { _ = try StoreRepair(temporary.folder).survey() })
        #expect(isTold { _ = try StoreRepair(temporary.folder).repair(at: Timestamp(milliseconds: 0)) })
    }

    @Test func waitsForNobodyWhoUsesTheStore() async throws {
        let temporary = try TemporaryStore()
        let store = try temporary.open()
        #expect(throws: StoreFailure.inUse) {
            try StoreRepair(temporary.folder).repair(at: Timestamp(milliseconds: 0))
        }
        _ = try await store.runs()
    }
}
