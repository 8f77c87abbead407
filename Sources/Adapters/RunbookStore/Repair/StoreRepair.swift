internal import Glibc
internal import OrderedJSON
package import RunbookRun
internal import SQLite

/// Saves what can be read of a damaged store, and begins a fresh database beside it.
package struct StoreRepair {
    /// What became of the runs of a damaged store.
    package struct Result: Sendable, Hashable {
        /// The runs that are whole.
        package let whole: [String]
        /// The runs of which a beginning is left; they can be reported and not resumed.
        package let incomplete: [String]
        /// The runs of which only the name is known.
        package let lost: [String]
        /// The runs whose documents are not stored any more; they can be reported and not resumed.
        package let withoutText: [String]
        /// Where the damaged files are kept; nil when nothing was damaged, or nothing was changed yet.
        package let damaged: String?
    }

    private let folder: StoreFolder

    /// Looks at the store of a folder.
    package init(_ folder: StoreFolder) {
        self.folder = folder
    }

    /// What can be read; changes nothing.
    package func survey() throws(StoreFailure) -> Result {
        try StoreFailure.of(folder) {
            try folder.refuseOtherFiles()
            let work = "\(folder.path)/survey-\(getpid())"
            let salvage = try Salvage(folder, copyingTo: work)
            return result(of: runs(in: salvage), salvage, damaged: nil)
        }
    }

    /// Saves what can be read into a fresh database, and moves the damaged files into a folder of their own.
    ///
    /// - Parameter now: It names that folder.
    /// - Returns: What was saved; with no folder when nothing is damaged, and nothing was changed.
    /// - Throws: `StoreFailure.inUse` while another process has the store open.
    package func repair(at now: Timestamp) throws(StoreFailure) -> Result {
        try StoreFailure.of(folder) {
            // A store that nobody has made yet lacks nothing.
            if try !folder.isThere, runLocks.isEmpty { return result(of: [], nil, damaged: nil) }
            try folder.refuseOtherFiles()
            try folder.prepare()
            guard let lock = try FileLock.alone(folder.databaseLock), !isAnyRunHeld else { throw StoreFailure.inUse }
            defer { withExtendedLifetime(lock) {} }
            let work = "\(folder.path)/repair-\(getpid())"
            let salvage = try Salvage(folder, copyingTo: work)
            // Its end removes the folder that the fresh database is made in.
            defer { withExtendedLifetime(salvage) {} }
            let runs = runs(in: salvage)
            let isSound =
                !salvage.isDamaged && runs.allSatisfy { $0.lost == salvage.lost[$0.run] }
                && hasAllRows(runs, in: salvage)
            if isSound {
                folder.forgetDamage()
                return result(of: runs, salvage, damaged: nil)
            }
            let fresh = "\(work)/fresh.db"
            try write(runs, salvage, to: fresh)
            return try exchange(fresh, for: runs, salvage, at: now)
        }
    }

    private var isAnyRunHeld: Bool { runLocks.contains { FileLock.isHeld(folder.lock(ofRun: $0)) } }

    /// The runs that have, or had, an owner.
    private var runLocks: [String] { folder.runLocks }

    /// Whether each run has its row: it comes before the run's lock and its events, so one without it was removed.
    private func hasAllRows(_ runs: [SalvagedRun], in salvage: Salvage) -> Bool {
        (runs.map(\.run) + runLocks).allSatisfy { salvage.epochs[$0] != nil }
    }

    private func runs(in salvage: Salvage) -> [SalvagedRun] {
        let names = Set(salvage.epochs.keys).union(salvage.events.keys).union(
            runLocks.filter { FileLock.kept(folder.lock(ofRun: $0)) != nil || salvage.isDamaged })
        return names.sorted().map { run in
            let found = salvage.events[run] ?? [:]
            return SalvagedRun(
                run: run, epoch: max(salvage.epochs[run] ?? 0, found.values.map(\.epoch).max() ?? 0), found: found,
                kept: FileLock.kept(folder.lock(ofRun: run)), lost: salvage.lost[run], isDamaged: salvage.isDamaged)
        }
    }

    private func result(of runs: [SalvagedRun], _ salvage: Salvage?, damaged: String?) -> Result {
        // A run without its first event has no title and no outline: there is nothing to report. One that never began
        // had nothing to lose.
        let begun = runs.filter { !$0.events.isEmpty }
        return Result(
            whole: begun.filter { $0.lost == nil }.map(\.run), incomplete: begun.filter { $0.lost != nil }.map(\.run),
            lost: runs.filter { $0.events.isEmpty && $0.lost != nil }.map(\.run),
            withoutText: salvage.map { runsWithoutText(begun, $0) } ?? [], damaged: damaged)
    }

    /// The runs of which the text of a document is not there.
    private func runsWithoutText(_ runs: [SalvagedRun], _ salvage: Salvage) -> [String] {
        let stored = Set(salvage.blobs.map(\.hash))
        return runs.filter { run in
            guard let first = run.events.first, let data = try? JSON(parsing: first.data),
                case .run(let start as RunStart) = RunEvent(kind: first.kind, data: data)
            else { return false }
            return !start.documents.allSatisfy { stored.contains($0.sha256) }
        }.map(\.run)
    }

    private func write(_ runs: [SalvagedRun], _ salvage: Salvage, to path: String) throws {
        var connection = try Connection(path: path, access: .createLike(folder.databaseLock))
        _ = try Schema.migrate(&connection)
        let saved = Set(runs.filter { !$0.events.isEmpty }.map(\.run))
        try connection.transaction { connection in
            for run in runs where saved.contains(run.run) { try run.insert(into: &connection) }
            for blob in salvage.blobs {
                try connection.run(
                    "INSERT OR IGNORE INTO blobs (hash, bytes) VALUES (?, ?)", .text(blob.hash), .blob(blob.bytes))
            }
            // After the events, which would mark them as taken again.
            for answer in salvage.answers where saved.contains(answer.run) {
                let values = answer.values
                try connection.run(
                    """
                    INSERT INTO answers (run, step, digest, answer, by, at, taken, via, asked, refused)
                    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                    """, values[0], values[1], values[2], values[3], values[4], values[5], values[6], values[7],
                    values[8], values[9])
            }
        }
    }

    /// Moves the damaged files away and the fresh one in, and then the locks of runs that nothing is left of.
    private func exchange(
        _ fresh: String, for runs: [SalvagedRun], _ salvage: Salvage, at now: Timestamp
    ) throws -> Result {
        let name = "damaged-" + now.iso8601.filter { $0 != ":" && $0 != "." }
        let damaged = "\(folder.path)/\(name)"
        guard mkdir(damaged, 0o700) == 0 else { throw SystemError(operation: "make", path: damaged, code: errno) }
        // The log goes before the fresh database comes, because it is not a log of that one; the damaged database stays
        // in place until then. What is not there need not be moved.
        link(folder.database, "\(damaged)/runs.db")
        for suffix in ["-wal", "-shm", "-journal"] { rename(folder.database + suffix, "\(damaged)/runs.db\(suffix)") }
        guard rename(fresh, folder.database) == 0 else {
            throw SystemError(operation: "make", path: folder.database, code: errno)
        }
        let kept = Set(runs.filter { !$0.events.isEmpty }.map(\.run))
        for run in runLocks where !kept.contains(run) {
            rename(folder.lock(ofRun: run), "\(damaged)/lock-\(run)")
        }
        folder.forgetDamage()
        return result(of: runs, salvage, damaged: damaged)
    }
}

extension SalvagedRun {
    /// Adds the run as it was, byte for byte, and says where it ends before its time.
    fileprivate func insert(into connection: inout Connection) throws {
        try connection.run("INSERT INTO runs (run, epoch, phase) VALUES (?, ?, 'running')", .text(run), .int(epoch))
        for event in events {
            try connection.run(
                "INSERT INTO events (run, seq, epoch, at, kind, data, previous) VALUES (?, ?, ?, ?, ?, ?, ?)",
                .text(run), .int(event.sequence), .int(event.epoch), .int(event.at), .text(event.kind),
                .text(event.data), .text(event.previous))
            guard let data = try? JSON(parsing: event.data) else { continue }
            let row = EventRow(
                run: run, sequence: event.sequence, epoch: event.epoch, at: Timestamp(milliseconds: event.at),
                event: RunEvent(kind: event.kind, data: data), previous: event.previous)
            try row.update(&connection)
        }
        let plan = events.first.flatMap { try? JSON(parsing: $0.data) }?["plan"]?.string
        if let plan {
            try connection.run("INSERT OR IGNORE INTO plans (hash, run) VALUES (?, ?)", .text(plan), .text(run))
        }
        try connection.run(
            "UPDATE runs SET updated = ?, lost = ? WHERE run = ?", events.last.map { .int($0.at) } ?? .null,
            lost.map { .int($0) } ?? .null, .text(run))
    }
}
