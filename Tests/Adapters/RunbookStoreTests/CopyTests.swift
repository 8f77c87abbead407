import Glibc
import RunbookRun
import Testing

@testable import RunbookStore

/// Copies of a store while it is written, as a crash of the machine leaves them: each opens, and has all that was
/// acknowledged before it was made.
@Suite(.serialized, .timeLimit(.minutes(5)))
struct CopyTests {
    /// The instants at which a copy is made.
    private static let instants = 200
    /// The copies of one store; few enough that the log is not written back to the database meanwhile.
    private static let copies = 20

    @Test func copiesAtAnyInstantHoldAPrefix() async throws {
        for _ in 0..<(Self.instants / Self.copies) {
            let temporary = try TemporaryStore()
            let store = try temporary.open()
            let journal = try await store.begin(.at())
            try await journal.append([.begin()], isDurable: true)
            let acknowledged = Acknowledged()
            await acknowledged.note(count: 1)
            let writer = Task {
                var attempt = 0
                while !Task.isCancelled, attempt < 100 {
                    attempt += 1
                    try await journal.append(
                        [.attemptStarted(step: "a", attempt: attempt), .stopped(step: "a")], isDurable: true)
                    await acknowledged.note(count: 1 + 2 * attempt)
                }
            }
            for _ in 0..<Self.copies {
                let least = await acknowledged.count
                let copy = try TemporaryStore()
                try Self.copy(temporary.folder.path, to: copy)
                let most = await acknowledged.count + 2
                try await Self.check(copy, of: journal.run, least: least, most: most)
            }
            writer.cancel()
            try await writer.value
        }
    }

    /// A log that is cut loses only what is behind the cut.
    @Test func aCutLogLosesNothingBeforeTheCut() async throws {
        let temporary = try TemporaryStore()
        let store = try temporary.open()
        let journal = try await store.begin(.at())
        try await journal.append([.begin()], isDurable: true)
        let log = "\(temporary.folder.path)/runs.db-wal"
        var sizes: [(size: Int, count: Int)] = [(Self.size(of: log), 1)]
        for attempt in 1...50 {
            try await journal.append(
                [.attemptStarted(step: "a", attempt: attempt), .stopped(step: "a")], isDurable: true)
            sizes.append((Self.size(of: log), 1 + 2 * attempt))
        }
        #expect(sizes.map(\.size) == sizes.map(\.size).sorted())
        let end = try #require(sizes.last?.size)
        for _ in 0..<50 {
            let cut = Int.random(in: sizes[0].size...end)
            let copy = try TemporaryStore()
            try Self.copy(temporary.folder.path, to: copy)
            #expect(truncate("\(copy.folder.path)/runs.db-wal", cut) == 0)
            let least = try #require(sizes.last { $0.size <= cut }).count
            try await Self.check(copy, of: journal.run, least: least, most: least + 2)
        }
    }

    /// What was acknowledged to the writer so far.
    private actor Acknowledged {
        private(set) var count = 0
        func note(count: Int) { self.count = count }
    }

    private static func check(_ copy: TemporaryStore, of run: String, least: Int, most: Int) async throws {
        let store = try copy.open(.read)
        let count = try await store.entries(of: run).count
        #expect((least...max(least, most)).contains(count), "\(count) events, \(least) were acknowledged")
        guard case .intact(count, _) = try await store.verifyChain(of: run) else {
            Issue.record("the chain of a copy is broken")
            return
        }
    }

    /// Copies database and log, the database first: it does not change while the log grows.
    private static func copy(_ path: String, to copy: TemporaryStore) throws {
        try copy.folder.prepare()
        for name in ["runs.db", "runs.db-wal"] {
            let source = open("\(path)/\(name)", O_RDONLY | O_CLOEXEC)
            let target = open("\(copy.folder.path)/\(name)", O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
            defer {
                close(source)
                close(target)
            }
            var bytes = [UInt8](repeating: 0, count: 1 << 16)
            while true {
                let count = read(source, &bytes, bytes.count)
                if count <= 0 { break }
                #expect(write(target, bytes, count) == count)
            }
        }
    }

    private static func size(of file: String) -> Int {
        var status = stat()
        return stat(file, &status) == 0 ? Int(status.st_size) : 0
    }
}
