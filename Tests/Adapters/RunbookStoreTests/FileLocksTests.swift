import Foundation
import RunbookRun
import RunbookTesting
import SQLite
import Testing

@testable import RunbookStore

/// SQLite's locks are POSIX locks, which belong to the process and not to a descriptor: whatever part of the process
/// closes any descriptor of the file drops them all, and the next process that ends removes the log under a living run.
struct FileLocksTests {
    /// What a process does to a store while it carries a run on.
    enum Work: String, CaseIterable {
        case openForReading, openForWriting, openThreeAtOnce, beginAnother, takeOn, list, find, deliver, claim, watch,
            append, read, prepare

        func act(on temporary: TemporaryStore, _ journal: RunJournal) async throws {
            switch self {
            case .openForReading: _ = try await temporary.open(.read).runs()
            case .openForWriting: _ = try temporary.open()
            case .openThreeAtOnce: _ = try [temporary.open(), temporary.open(.read), temporary.open()]
            case .beginAnother: try await temporary.open().begin(.at()).close()
            case .takeOn: _ = try? await temporary.open().takeOn(journal.run, .at())
            case .list: _ = try await temporary.open().runs()
            case .find: _ = try await temporary.open().find(journal.run)
            case .deliver:
                let answer = DeliveredAnswer(
                    step: "a", digest: "d", answer: .go, by: "ben", at: Timestamp(milliseconds: 3))
                try await temporary.open().deliver(answer, to: journal.run)
            case .claim: try await temporary.open().claim(["one"], .at()).release()
            case .watch: for await _ in journal.commits() { break }
            case .append: try await journal.append([.stopped(step: "a")], isDurable: true)
            case .read: _ = try await temporary.open(.read).verifyChain(of: journal.run)
            case .prepare: try temporary.folder.prepare()
            }
        }
    }

    @Test(arguments: Work.allCases)
    func theJournalKeepsItsLock(work: Work) async throws {
        let temporary = try TemporaryStore()
        let journal = try await temporary.open().begin(.at())
        try await journal.append([.begin()], isDurable: true)
        #expect(try Self.isLocked(temporary.folder.database))
        try await work.act(on: temporary, journal)
        #expect(try Self.isLocked(temporary.folder.database), "\(work) dropped the locks of the journal")
        try await journal.append([.finished(phase: .passed, signal: nil)], isDurable: true)
    }

    /// The test above sees a lock that was dropped.
    @Test func closingTheFileDropsTheLock() async throws {
        let temporary = try TemporaryStore()
        let journal = try await temporary.open().begin(.at())
        try await journal.append([.begin()], isDurable: true)
        close(open(temporary.folder.database, O_RDONLY))
        #expect(try !Self.isLocked(temporary.folder.database))
    }

    /// No other source of the store, or of SQLite's wrapper, opens files than those that are listed, each with its reason.
    @Test func nobodyElseOpensFiles() throws {
        let reasons = [
            "FileLock.swift": "the files in `locks`",
            "StoreFolder+Attachments.swift": "files of their own, beside the database",
            "StoreFolder+Damage.swift": "a file of its own, beside the database",
            "StoreFolder+Randomness.swift": "a key in a file of its own, beside the database",
            "LooseFile.swift": "a damaged store, whose files it never closes",
            "StoreWatch.swift": "inotify, which has a descriptor of its own and none of a file",
        ]
        let root = #filePath.replacing("Tests/Adapters/RunbookStoreTests/FileLocksTests.swift", with: "")
        let call = try Regex(
            #"(^|[^\w.])(Glibc\.)?(f?open|openat|creat|close|dup2?|fdopen|truncate|copy_file_range)\("#)
        for folder in [
            "Sources/Adapters/RunbookStore", "Sources/Adapters/RunbookStore/Repair", "Sources/Support/SQLite",
        ] {
            let names = TestFolder.names(in: root + folder).filter { $0.hasSuffix(".swift") && reasons[$0] == nil }
            #expect(names.count > 3)
            for name in names {
                let text = try String(contentsOfFile: "\(root)\(folder)/\(name)", encoding: .utf8)
                let lines = text.split(separator: "\n").filter { !$0.contains("func ") && $0.contains(call) }
                #expect(lines.isEmpty, "\(name) opens or closes a file")
            }
        }
    }

    /// Whether a connection of this process holds its lock on the database.
    ///
    /// A lock of an open file meets those of the process as if they were another's (fcntl(2), F_OFD_GETLK). The descriptor
    /// is never closed, for that would drop what is looked at.
    private static func isLocked(_ path: String) throws -> Bool {
        let descriptor = open(path, O_RDWR | O_CLOEXEC)
        guard descriptor >= 0 else { throw TemporaryStore.Failure() }
        var wanted = flock()
        wanted.l_type = Int16(F_WRLCK)
        // The bytes that readers and connections with a log share (SQLite, os_unix.c, SHARED_FIRST and SHARED_SIZE).
        wanted.l_start = 0x4000_0002
        wanted.l_len = 510
        guard fcntl(descriptor, 36, &wanted) == 0 else { throw TemporaryStore.Failure() }
        return wanted.l_type != Int16(F_UNLCK)
    }
}
