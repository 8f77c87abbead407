internal import Digests
internal import OrderedJSON
package import RunbookRun
internal import SQLite

extension RunStore {
    /// The runs, newest first.
    ///
    /// - Parameter limit: At most so many.
    package func runs(limit: Int = .max) throws(StoreFailure) -> [RunSummary] {
        let folder = folder
        return try StoreFailure.of(folder) {
            try connection.rows(
                """
                SELECT run, title, file, environment, sandbox, phase, started, updated,
                    (SELECT CASE WHEN json_valid(data) THEN json_extract(data, '$.user') END FROM events
                    WHERE events.run = runs.run AND seq = 1) FROM runs
                WHERE started IS NOT NULL ORDER BY started DESC, run DESC LIMIT ?
                """, .int(limit)
            ) { row in
                let run = try row.text(0)
                let recorded = RunPhase(rawValue: try row.text(5)) ?? .running
                let isHeld = recorded == .running && FileLock.isHeld(folder.lock(ofRun: run))
                return RunSummary(
                    run: run, title: try row.text(1), file: try row.text(2), environment: try row.text(3),
                    isSandbox: try row.int(4) != 0, phase: recorded == .running && !isHeld ? .interrupted : recorded,
                    started: Timestamp(milliseconds: try row.int(6)), updated: Timestamp(milliseconds: try row.int(7)),
                    owner: isHeld ? FileLock.owner(folder.lock(ofRun: run)) : nil,
                    user: (try? row.text(8)) ?? "")
            }
        }
    }

    /// The name of the run that a person means: a whole name, its random suffix, or the beginning of exactly one.
    package func find(_ text: String) throws(StoreFailure) -> String {
        let matches = try StoreFailure.of(folder) {
            try connection.rows(
                """
                SELECT run FROM runs WHERE substr(run, 1, length(?1)) = ?1 OR substr(run, 12) = ?1
                ORDER BY run = ?1 DESC, started DESC, run DESC LIMIT 10
                """, .text(text)
            ) { try $0.text(0) }
        }
        guard let first = matches.first, !text.isEmpty else { throw .unknownRun(text) }
        guard matches.count == 1 || first == text else { throw .ambiguousRun(text, matches) }
        return first
    }

    /// The events of a run in order, those after a number only.
    package func entries(of run: String, after sequence: Int = 0) throws(StoreFailure) -> [JournalEntry] {
        try StoreFailure.of(folder) {
            try connection.rows(
                """
                SELECT seq, epoch, at, kind, data, previous FROM events WHERE run = ? AND seq > ? ORDER BY seq
                """, .text(run), .int(sequence)
            ) { row in
                let kind = try row.text(3)
                let text = try row.text(4)
                // Text that is not JSON was not written by us; it is kept to be seen, like a kind that is not known.
                let event =
                    if let data = try? JSON(parsing: text) {
                        RunEvent(kind: kind, data: data)
                    } else {
                        RunEvent.unknown(kind: kind, data: .string(text))
                    }
                return JournalEntry(
                    run: run, sequence: try row.int(0), epoch: try row.int(1),
                    at: Timestamp(milliseconds: try row.int(2)), event: event, previous: try row.text(5))
            }
        }
    }

    /// The events of a run in order, when they are those that were written, with the digest of the last.
    ///
    /// - Throws: ``StoreFailure/damaged(folder:why:)`` when one is missing or is another.
    package func journal(of run: String) throws(StoreFailure) -> (entries: [JournalEntry], last: String) {
        switch try verifyChain(of: run) {
        case .broken(let event):
            folder.noteDamage(of: run)
            throw StoreFailure(JournalFailure.missing(event, of: run), in: folder)
        case .intact(let length, let last):
            // Its owner may have gone on meanwhile.
            return (Array(try entries(of: run).prefix(length)), last)
        }
    }

    /// Repeats the chain of a run's events from the first to the last.
    package func verifyChain(of run: String) throws(StoreFailure) -> ChainCheck {
        // Before the events: its owner writes it down behind them.
        let kept = try lostEvent(of: run) == nil ? FileLock.kept(folder.lock(ofRun: run)) : nil
        return try StoreFailure.of(folder) {
            let (digests, found) = try Self.chain(of: run, &connection)
            let (length, last) = (digests.count, digests.last ?? "")
            let broken = found ?? kept?.missing(in: length, last)
            return broken.map { .broken(sequence: $0) } ?? .intact(length: length, last: last)
        }
    }

    /// The SHA-256 of each event of a run, in order, up to the first that does not fit the one before it, and which one
    /// that is.
    static func chain(
        of run: String, _ connection: inout Connection
    ) throws -> (digests: [String], broken: Int?) {
        var digests: [String] = []
        var broken: Int?
        _ = try connection.rows(
            "SELECT seq, epoch, at, kind, data, previous FROM events WHERE run = ? ORDER BY seq", .text(run)
        ) { row in
            guard broken == nil else { return }
            let (sequence, previous) = (try row.int(0), try row.text(5))
            guard sequence == digests.count + 1, previous == digests.last ?? "" else {
                broken = digests.count + 1
                return
            }
            digests.append(
                EventChain.digest(
                    previous: previous, run: run, sequence: sequence, epoch: try row.int(1), at: try row.int(2),
                    kind: try row.text(3), data: try row.text(4)))
        }
        return (digests, broken)
    }

    /// The first event of a run that was lost in a store that was repaired since; nil when none was.
    package func lostEvent(of run: String) throws(StoreFailure) -> Int? {
        try StoreFailure.of(folder) {
            // Who only reads may find a store of an earlier version.
            guard try Schema.version(of: &connection) >= 3 else { return nil }
            let lost = try connection.first("SELECT lost FROM runs WHERE run = ?", .text(run)) { $0.value(0) }
            if case .integer(let event) = lost { return Int(event) }
            return nil
        }
    }

    /// The text that a journal kept under its SHA-256; nil when there is none, or when it is not that text any more.
    package func text(sha256: String) throws(StoreFailure) -> String? {
        let bytes = try StoreFailure.of(folder) {
            try connection.first("SELECT bytes FROM blobs WHERE hash = ?", .text(sha256)) { try $0.blob(0) }
        }
        guard let bytes, SHA256.hex(bytes) == sha256 else { return nil }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// Who carries a run on at this moment; nil when nobody does.
    package func owner(of run: String) -> Owner? {
        FileLock.owner(folder.lock(ofRun: run))
    }

    /// Something now, and after each commit of any process to the store.
    ///
    /// It ends at once where the system cannot tell.
    package nonisolated func commits() -> AsyncStream<Void> { StoreWatch.commits(to: folder) }

    /// Whether a process carries a run on at this moment.
    package func isHeld(_ run: String) -> Bool {
        FileLock.isHeld(folder.lock(ofRun: run))
    }
}
