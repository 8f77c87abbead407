internal import Glibc
internal import RunbookModel
internal import SQLite

/// Reads out of a damaged database what can be read, from a copy, and changes nothing of it.
final class Salvage {
    /// A row of `events` as it stands.
    struct Event {
        let sequence: Int
        let epoch: Int
        let at: Int
        let kind: String
        let data: String
        let previous: String
    }

    /// A row of `answers` as it stands.
    struct Answer {
        let run: String
        let values: [Value]
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
        guard let length = try LooseFile.copy(store.database, to: database), length > 0 else {
            isDamaged = true
            return
        }
        let hasLog = try LooseFile.copy(store.database + "-wal", to: database + "-wal") ?? 0 > 0
        if !readAll(database) {
            isDamaged = true
            try giveFirstPage(to: database, length: length, hasLog: hasLog)
            if !readAll(database) {
                unlink(database + "-wal")
                try giveFirstPage(to: database, length: length, hasLog: false)
                _ = readAll(database)
            }
        }
    }

    deinit { Self.remove(copy) }

    /// Removes a folder of files.
    static func remove(_ folder: String) {
        for name in StoreFolder.names(in: folder) { unlink("\(folder)/\(name)") }
        rmdir(folder)
    }

    /// Reads the tables; false when there are none to be seen.
    private func readAll(_ database: String) -> Bool {
        do {
            var connection = try Connection(path: database, access: .write)
            let tables = try connection.rows("SELECT name FROM sqlite_schema WHERE type = 'table'") { try $0.text(0) }
            guard Set(["runs", "events", "blobs", "answers"]).isSubset(of: tables) else { return false }
            readTables(&connection)
            let problems = try? connection.rows("PRAGMA integrity_check") { try $0.text(0) }
            if problems != ["ok"] { isDamaged = true }
            return true
        } catch { return false }
    }

    private func readTables(_ connection: inout Connection) {
        let version = (try? Schema.version(of: &connection)) ?? 0
        let reader = TableReader()
        var isWhole = reader.read("runs", "run, epoch, \(version < 3 ? "NULL" : "lost")", &connection) { row in
            epochs[try row.text(1)] = try row.int(2)
            if case .integer(let sequence) = row.value(3) { lost[try row.text(1)] = Int(sequence) }
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

    /// Puts the first page of an empty store in place of one that says nothing: tables have the same pages in each.
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
        // A page that is there in part is none: SQLite takes a file that is shorter than its header says for damaged.
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
