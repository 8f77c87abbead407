internal import CSQLite

/// A connection to a database file, to be used by one task at a time; the type cannot be copied, so an owner is sure.
///
/// Statements are prepared once per text and kept until the connection ends.
package struct Connection: ~Copyable {
    /// What the connection may do.
    package enum Access: Sendable, Hashable {
        /// Only read; the file must be there.
        case read
        /// Only read a file that nobody changes meanwhile, without the files beside it that a write-ahead log needs.
        case readUnchanging
        /// Read and write; the file must be there.
        case write
        /// Read and write; the file is made where it is missing.
        case create
        /// Read and write; the file is made where it is missing, with the permissions of another file, and so are the
        /// files that SQLite puts beside it. Whoever opens and closes a database's file by other means than SQLite
        /// drops the locks of all connections of this process (fcntl(2), "advisory record locking").
        case createLike(String)
    }

    let handle: OpaquePointer
    var statements: [String: OpaquePointer] = [:]
    /// Whether commits may reach the disk later, as `synchronous = NORMAL` lets them.
    var isRelaxed = false
    /// What lives as long as the connection, such as a lock; it is given up after the file is closed.
    private let companion: (any Sendable)?

    /// Opens a database file.
    ///
    /// A file that cannot be written opens silently for reading only; ask ``isReadOnly``.
    /// - Parameters:
    ///   - busyTimeout: How long a statement waits for another writer, in milliseconds.
    ///   - companion: What is kept until the file is closed.
    package init(
        path: String, access: Access = .create, busyTimeout: Int32 = 5_000, keeping companion: (any Sendable)? = nil
    ) throws(SQLiteError) {
        let (name, purpose) =
            switch access {
            case .read: (path, SQLITE_OPEN_READONLY)
            case .readUnchanging: (Self.uri(path, "immutable=1"), SQLITE_OPEN_READONLY | SQLITE_OPEN_URI)
            case .write: (path, SQLITE_OPEN_READWRITE)
            case .create: (path, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE)
            case .createLike(let model):
                (
                    Self.uri(path, "modeof=\(Self.escaped(model))"),
                    SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_URI
                )
            }
        var opened: OpaquePointer?
        let code = sqlite3_open_v2(name, &opened, purpose | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE, nil)
        guard let opened else { throw SQLiteError(code: SQLITE_NOMEM, message: "out of memory") }
        guard code == SQLITE_OK else {
            let message = String(cString: sqlite3_errmsg(opened))
            let systemError = sqlite3_system_errno(opened)
            sqlite3_close_v2(opened)
            throw SQLiteError(code: code, message: "\(message): \(path)", systemError: systemError)
        }
        handle = opened
        self.companion = companion
        sqlite3_busy_timeout(opened, busyTimeout)
    }

    deinit {
        for statement in statements.values { sqlite3_finalize(statement) }
        sqlite3_close_v2(handle)
    }

    /// Whether the database can only be read, whatever was asked for when it was opened.
    package var isReadOnly: Bool { sqlite3_db_readonly(handle, "main") == 1 }

    /// How many rows the last statement changed.
    package var changes: Int { Int(sqlite3_changes64(handle)) }

    // An absolute path follows an empty authority, so that one that begins with two slashes names no machine.
    private static func uri(_ path: String, _ query: String) -> String {
        "file:\(path.hasPrefix("/") ? "//" : "")\(escaped(path))?\(query)"
    }

    // The characters that end or escape a part of a file URI (https://www.sqlite.org/uri.html).
    private static func escaped(_ path: String) -> String {
        var result = ""
        for scalar in path.unicodeScalars {
            switch scalar {
            case "%": result += "%25"
            case "?": result += "%3f"
            case "#": result += "%23"
            case "&": result += "%26"
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result
    }

    func error(_ code: Int32, _ sql: String?) -> SQLiteError {
        SQLiteError(
            code: code,
            message: String(cString: sqlite3_errmsg(handle)),
            sql: sql,
            systemError: sqlite3_system_errno(handle))
    }
}
