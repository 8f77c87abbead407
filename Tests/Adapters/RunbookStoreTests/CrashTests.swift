import Glibc
import RunbookModel
import RunbookRun
import Testing

@testable import RunbookStore

@Suite(.serialized, .timeLimit(.minutes(2)))
struct CrashTests {
    /// The writer is killed at a moment that nothing in it chooses; what it announced before must be there.
    @Test(arguments: 0..<10)
    func aKilledWriterLosesNothingThatItAnnounced(round: Int) async throws {
        let temporary = try TemporaryStore()
        try temporary.folder.prepare()
        let announcements = "\(temporary.folder.path)/announced"
        await #expect(processExitsWith: .signal(SIGKILL)) {
            [path = temporary.folder.path as String, announcements = announcements as String] in
            let announced = open(announcements, O_WRONLY | O_CREAT | O_APPEND, 0o600)
            let journal = try await RunStore(StoreFolder(path: path), access: .write).begin(.at())
            try await journal.append([.begin()], isDurable: true)
            let delay = UInt32.random(in: 1_000...60_000)
            Task.detached {
                usleep(delay)
                kill(getpid(), SIGKILL)
            }
            var attempt = 0
            while true {
                attempt += 1
                try await journal.append(
                    [.attemptStarted(step: "a", attempt: attempt), .stopped(step: "a")], isDurable: attempt % 3 != 0)
                write(announced, "+", 1)
            }
        }
        var status = stat()
        stat(announcements, &status)
        let announced = Int(status.st_size)
        let store = try temporary.open()
        let run = try #require(try await store.runs().first)
        #expect(run.phase == .interrupted)
        let count = try await store.entries(of: run.run).count
        // Killed between commit and announcement: one more is there than was announced, never less, and never a half.
        #expect([1 + 2 * announced, 3 + 2 * announced].contains(count))
        #expect(try await store.verifyChain(of: run.run).isIntact(length: count))
        let journal = try await store.takeOn(run.run, .at())
        #expect(journal.epoch == 2)
        try await journal.append([.resumed(user: "anna", host: "ops1")], isDurable: true)
        #expect(try await store.verifyChain(of: run.run).isIntact(length: count + 1))
    }

    @Test func aFailingWriteStopsTheJournalAndLosesNothing() async throws {
        let temporary = try TemporaryStore()
        try temporary.folder.prepare()
        await #expect(processExitsWith: .exitCode(74)) { [path = temporary.folder.path as String] in
            let journal = try await RunStore(StoreFolder(path: path), access: .write).begin(.at())
            try await journal.append([.begin()], isDurable: true)
            // A limit on the size of files stands for a broken disk: no file system has to be mounted for it.
            signal(SIGXFSZ, SIG_IGN)
            var limit = rlimit(rlim_cur: 300_000, rlim_max: 300_000)
            setrlimit(__rlimit_resource_t(RLIMIT_FSIZE.rawValue), &limit)
            let text = String(repeating: "x", count: 10_000)
            for _ in 0..<100 {
                do {
                    try await journal.append([.progress(step: "a", text: text)], isDurable: true)
                } catch {
                    exit(74)
                }
            }
        }
        let store = try temporary.open()
        let run = try #require(try await store.runs().first?.run)
        let count = try await store.entries(of: run).count
        #expect(count > 1)
        #expect(try await store.verifyChain(of: run).isIntact(length: count))
    }
}
