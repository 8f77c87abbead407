internal import CSQLite
internal import Glibc

extension Connection {
    /// Runs the closure in one transaction that writes: all of it is committed, or, when it throws, nothing.
    ///
    /// It begins IMMEDIATE: a deferred one that has read fails at once, without the busy time-out, when another
    /// connection wrote in between (SQLITE_BUSY_SNAPSHOT).
    ///
    /// - Parameter isDurable: Whether the commit, with all before it, has reached the disk when this returns. It needs
    ///   ``makeDurable()`` before. Others survive the death of the process, and are seen by others at once, but may be
    ///   lost with the machine's power.
    package mutating func transaction<Result>(
        isDurable: Bool = true, _ body: (inout Connection) throws -> Result
    ) throws -> Result {
        if isRelaxed == isDurable {
            try execute("PRAGMA synchronous = \(isDurable ? "FULL" : "NORMAL")")
            isRelaxed = !isDurable
        }
        try run("BEGIN IMMEDIATE")
        do {
            let result = try body(&self)
            try run("COMMIT")
            return result
        } catch {
            rollBack()
            throw error
        }
    }

    /// Runs the closure in one transaction that reads: all its statements see the same moment.
    package mutating func snapshot<Result>(_ body: (inout Connection) throws -> Result) throws -> Result {
        try run("BEGIN")
        defer { rollBack() }
        return try body(&self)
    }

    // A full disk or an I/O error rolls back by itself; then there is nothing left to do, and nothing to report.
    private func rollBack() {
        guard sqlite3_get_autocommit(handle) == 0 else { return }
        sqlite3_exec(handle, "ROLLBACK", nil, nil, nil)
    }

    /// Makes a commit survive a loss of power: write-ahead log with `synchronous = FULL`, both read back.
    ///
    /// - Throws: An error with ``SQLiteError/isReadOnly`` for a database that cannot be written.
    package mutating func makeDurable() throws {
        guard !isReadOnly else {
            throw SQLiteError(code: SQLITE_READONLY, message: "the database is read-only")
        }
        try useWriteAheadLog()
        try execute("PRAGMA synchronous = FULL")
        let synchronous = try first("PRAGMA synchronous") { try $0.int(0) }
        guard synchronous == 2 else {
            throw SQLiteError(code: SQLITE_ERROR, message: "synchronous = FULL was not accepted")
        }
    }

    // Two processes that open a new file at once: this statement ignores the busy time-out, so it is repeated here.
    private mutating func useWriteAheadLog() throws {
        var attempts = 200
        while true {
            do {
                let mode = try first("PRAGMA journal_mode = WAL") { try $0.text(0) }
                guard mode == "wal" else {
                    throw SQLiteError(
                        code: SQLITE_ERROR,
                        message: "the write-ahead log was not accepted, the mode is \(mode ?? "none")")
                }
                return
            } catch let error as SQLiteError where error.isBusy && attempts > 0 {
                attempts -= 1
                usleep(25_000)
            }
        }
    }
}
