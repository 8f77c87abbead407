internal import CSQLite
internal import Glibc

/// A failure that SQLite reports.
package struct SQLiteError: Error, Sendable, Hashable, CustomStringConvertible {
    /// The extended result code (https://www.sqlite.org/rescode.html).
    package let code: Int32
    /// SQLite's own sentence about it.
    package let message: String
    /// The statement that failed, where there is one.
    package let sql: String?
    /// The operating system's error number behind it, 0 where there is none.
    package let systemError: Int32

    package init(code: Int32, message: String, sql: String? = nil, systemError: Int32 = 0) {
        self.code = code
        self.message = message
        self.sql = sql
        self.systemError = systemError
    }

    /// What a database holds that its program cannot have written.
    package static func damaged(_ message: String) -> SQLiteError {
        SQLiteError(code: SQLITE_CORRUPT, message: message)
    }

    /// The result code without its detail.
    package var primaryCode: Int32 { code & 0xff }

    /// Whether there is no room: a full disk or a used-up quota.
    package var isFull: Bool {
        primaryCode == SQLITE_FULL
            || primaryCode == SQLITE_IOERR && [ENOSPC, EDQUOT].contains(systemError)
    }

    /// Whether the database may only be read.
    package var isReadOnly: Bool { primaryCode == SQLITE_READONLY }

    /// Whether the file or a file beside it cannot be opened or made.
    package var isCannotOpen: Bool { primaryCode == SQLITE_CANTOPEN || primaryCode == SQLITE_PERM }

    /// Whether somebody else held the database for longer than the busy time-out.
    package var isBusy: Bool { primaryCode == SQLITE_BUSY || primaryCode == SQLITE_LOCKED }

    /// Whether the file is not a database, or a damaged one.
    package var isDamaged: Bool {
        // A page that ends before its time, a column that holds something else, a table that is gone.
        [SQLITE_CORRUPT, SQLITE_NOTADB, SQLITE_MISMATCH].contains(primaryCode)
            || code == SQLITE_IOERR | (2 << 8) || primaryCode == SQLITE_ERROR && message.hasPrefix("no such ")
    }

    /// Whether a key that must be unique is there already.
    package var isDuplicate: Bool {
        code == SQLITE_CONSTRAINT | (6 << 8) || code == SQLITE_CONSTRAINT | (8 << 8)
    }

    package var description: String {
        let place = sql.map { " in: \($0)" } ?? ""
        return "SQLite \(code) (\(message))\(place)"
    }
}
