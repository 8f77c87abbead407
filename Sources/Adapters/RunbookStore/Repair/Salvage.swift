internal import Files
internal import Glibc
internal import RunbookModel
internal import SQLite

/// Reads out of a damaged database what can be read, from a copy, and changes nothing of it.
final class Salvage {
    /// A row of `events` as it is.
    struct Event {
        let sequence: Int
        let epoch: Int
        let at: Int
        let kind: String
        let data: String
        let previous: String

        /// Reads the columns of a row, and the run that it is of; nil for a row of another table.
        static func read(_ row: [Value]) -> (run: String, event: Event)? {
            guard row.count == 7, case .text(let run) = row[0], case .integer(let sequence) = row[1],
                case .integer(let epoch) = row[2], case .integer(let at) = row[3], case .text(let kind) = row[4],
                case .text(let data) = row[5], case .text(let previous) = row[6]
            else { return nil }
            return (
                run,
                Event(
                    sequence: Int(sequence), epoch: Int(epoch), at: Int(at), kind: kind, data: data,
                    previous: previous)
            )
        }
    }

    /// A row of `answers` as it is.
    struct Answer {
        let run: String
        let values: [Value]

        /// Reads the columns of a row as any version of the table has them; nil for a row of another table.
        static func read(_ row: [Value]) -> Answer? {
            guard [8, 11].contains(row.count), row[0] == .null,
                row[1...5].allSatisfy({ if case .text = $0 { true } else { false } }), case .text(let run) = row[1],
                case .integer = row[6]
            else { return nil }
            return Answer(run: run, values: Array(row.dropFirst()) + Array(repeating: .null, count: 11 - row.count))
        }
    }

    /// The events by run and number.
    private(set) var events: [String: [Int: Event]] = [:]
    /// The epochs of `runs`.
    private(set) var epochs: [String: Int] = [:]
    /// What an earlier repair has said of runs: the number of the first event that was lost.
    private(set) var lost: [String: Int] = [:]
    private(set) var blobs: [(hash: String, bytes: [UInt8])] = []
    private(set) var answers: [Answer] = []
    /// Whether anything could not be read.
    private(set) var isDamaged = false

    private let copy: String

    /// Copies the files of a store and reads all of them.
    ///
    /// - Parameter folder: Where the copy is made, and removed again; nobody else uses it.
    init(_ store: StoreFolder, copyingTo folder: String) throws {
        copy = folder
        // What a process of the same number left behind when it died.
        Self.remove(folder)
        guard mkdir(folder, 0o700) == 0 else { throw SystemError(operation: "make", path: folder, code: errno) }
        let database = "\(folder)/runs.db"
        // A process that was killed while it made the store had no run yet.
        let mayBeUnmade = store.runLocks.isEmpty
        guard let length = try LooseFile.copy(store.database, to: database), length > 0 else {
            isDamaged = !mayBeUnmade
            return
        }
        let hasLog = try LooseFile.copy(store.database + "-wal", to: database + "-wal") ?? 0 > 0
        // SQLite takes it back in the copy.
        _ = try LooseFile.copy(store.journal, to: database + "-journal")
        if mayBeUnmade, Self.isUnmade(database) { return }
        if Self.isForeign(database) { throw StoreFailure.foreign(folder: store.path) }
        if !readAll(database) {
            isDamaged = true
            try giveFirstPage(to: database, length: length, hasLog: hasLog)
            if !readAll(database) {
                unlink(database + "-wal")
                try giveFirstPage(to: database, length: length, hasLog: false)
                _ = readAll(database)
            }
        }
        if isDamaged { try readPages(of: store) }
    }

    deinit { Self.remove(copy) }

    /// Removes a folder of files.
    static func remove(_ folder: String) {
        for name in FolderNames.sorted(in: folder) { unlink("\(folder)/\(name)") }
        rmdir(folder)
    }

    private static func isUnmade(_ database: String) -> Bool {
        guard var connection = try? Connection(path: database, access: .write) else { return false }
        return (try? Schema.isUnmade(&connection)) ?? false
    }

    private static func isForeign(_ database: String) -> Bool {
        // What cannot be read is damaged, whoever made it.
        guard var connection = try? Connection(path: database, access: .write) else { return false }
        return (try? Schema.isForeign(&connection)) ?? false
    }

    /// Reads the tables; false when there are none to be seen.
    private func readAll(_ database: String) -> Bool {
        do {
            var connection = try Connection(path: database, access: .write)
            let tables = try connection.rows("SELECT name FROM sqlite_schema WHERE type = 'table'") { try $0.text(0) }
            guard Set(["runs", "events", "blobs", "answers"]).isSubset(of: tables) else { return false }
            // Nobody else has the copy, and it can be written; and a store has nothing that acts by itself.
            let others = try connection.rows("SELECT 1 FROM sqlite_schema WHERE type IN ('trigger', 'view')") { _ in 1 }
            if connection.isReadOnly || !others.isEmpty { isDamaged = true }
            try readTables(&connection)
            let problems = try? connection.rows("PRAGMA integrity_check") { try $0.text(0) }
            if problems != ["ok"] { isDamaged = true }
            return true
        } catch { return false }
    }

    private func readTables(_ connection: inout Connection) throws {
        let version = try Schema.versionOfTables(in: &connection)
        if try Schema.version(of: &connection) != version { isDamaged = true }
        let reader = TableReader()
        var isWhole = reader.read("runs", "run, epoch, \(version < 3 ? "NULL" : "lost")", &connection) { row in
            epochs[try row.text(1)] = try row.int(2)
            // The events are numbered from 1; what cannot be a number of one says nothing.
            if case .integer(let sequence) = row.value(3), sequence > 0 { lost[try row.text(1)] = Int(sequence) }
        }
        isWhole =
            reader.read("events", "run, seq, epoch, at, kind, data, previous", &connection) { row in
                let event = Event(
                    sequence: try row.int(2), epoch: try row.int(3), at: try row.int(4), kind: try row.text(5),
                    data: try row.text(6), previous: try row.text(7))
                events[try row.text(1), default: [:]][event.sequence] = event
            } && isWhole
        isWhole =
            reader.read("blobs", "hash, bytes", &connection) { row in
                blobs.append((try row.text(1), try row.blob(2)))
            } && isWhole
        let more = version < 2 ? "NULL, NULL, NULL" : "via, asked, refused"
        isWhole =
            reader.read("answers", "run, step, digest, answer, by, at, taken, \(more)", &connection) { row in
                let values = (1...10).map { row.value($0) }
                guard case .text(let run) = values[0] else { return }
                answers.append(Answer(run: run, values: values))
            } && isWhole
        if !isWhole { isDamaged = true }
    }

    /// Adds what is on pages that no table leads to any more.
    ///
    /// An event outside its run's chain is omitted later. A text is kept under its digest, which tells whether it is
    /// whole.
    private func readPages(of store: StoreFolder) throws {
        let files = ["\(copy)/pages.db", "\(copy)/pages.log"]
        var bytes: [[UInt8]] = []
        for (source, target) in zip([store.database, store.database + "-wal"], files) {
            let length = try LooseFile.copy(source, to: target) ?? 0
            bytes.append(length > 0 ? LooseFile.beginning(of: target, length) : [])
        }
        var names = Set(blobs.map(\.hash))
        var given = Set(answers.map(\.values))
        DatabasePages(bytes[0], log: bytes[1]).rows { row in
            if let (run, event) = Event.read(row) {
                if events[run]?[event.sequence] == nil { events[run, default: [:]][event.sequence] = event }
            } else if row.count == 2, case .text(let hash) = row[0], case .blob(let bytes) = row[1] {
                if names.insert(hash).inserted { blobs.append((hash, bytes)) }
            } else if let answer = Answer.read(row), given.insert(answer.values).inserted {
                answers.append(answer)
            }
        }
    }

    /// Replaces a first page that says nothing by that of an empty store: tables have the same pages in each.
    private func giveFirstPage(to database: String, length: Int, hasLog: Bool) throws {
        let template = "\(copy)/template.db"
        unlink(template)
        do {
            var connection = try Connection(path: template)
            try connection.execute("PRAGMA journal_mode = DELETE")
            _ = try Schema.migrate(&connection)
        }
        var page = LooseFile.beginning(of: template, 4096)
        guard page.count == 4096 else { return }
        // https://www.sqlite.org/fileformat.html, "The Database Header": versions of the format, size, no free pages.
        page[18] = hasLog ? 2 : 1
        page[19] = page[18]
        // A page that is there in part does not count: SQLite takes a file that is shorter than its header says for
        // damaged.
        let pages = UInt32(truncatingIfNeeded: max(1, length / 4096))
        for byte in 0..<4 {
            page[28 + byte] = UInt8(truncatingIfNeeded: pages >> UInt32(24 - 8 * byte))
            page[32 + byte] = 0
            page[36 + byte] = 0
            page[92 + byte] = page[24 + byte]
        }
        try LooseFile.overwrite(database, with: page)
    }
}
