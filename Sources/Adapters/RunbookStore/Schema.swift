internal import RunbookRun
internal import SQLite

/// The tables, and the way from each of their versions to the next; there is none back.
///
/// The version is the database's `user_version`; an empty file has version 0.
enum Schema {
    static let migrations = [
        """
        CREATE TABLE runs (
            run TEXT PRIMARY KEY,
            epoch INTEGER NOT NULL,
            phase TEXT NOT NULL,
            title TEXT,
            file TEXT,
            environment TEXT,
            sandbox INTEGER,
            started INTEGER,
            updated INTEGER
        ) STRICT;
        CREATE INDEX runs_by_start ON runs (started DESC, run DESC);
        CREATE TABLE events (
            run TEXT NOT NULL,
            seq INTEGER NOT NULL,
            epoch INTEGER NOT NULL,
            at INTEGER NOT NULL,
            kind TEXT NOT NULL,
            data TEXT NOT NULL,
            previous TEXT NOT NULL,
            PRIMARY KEY (run, seq)
        ) STRICT;
        CREATE TABLE blobs (hash TEXT PRIMARY KEY, bytes BLOB NOT NULL) STRICT;
        CREATE TABLE answers (
            id INTEGER PRIMARY KEY,
            run TEXT NOT NULL,
            step TEXT NOT NULL,
            digest TEXT NOT NULL,
            answer TEXT NOT NULL,
            by TEXT NOT NULL,
            at INTEGER NOT NULL,
            taken INTEGER
        ) STRICT;
        CREATE INDEX answers_by_run ON answers (run, taken);
        """,
        """
        ALTER TABLE answers ADD COLUMN via TEXT;
        ALTER TABLE answers ADD COLUMN asked INTEGER;
        ALTER TABLE answers ADD COLUMN refused TEXT;
        CREATE TABLE plans (hash TEXT PRIMARY KEY, run TEXT NOT NULL) STRICT;
        INSERT OR IGNORE INTO plans
            SELECT json_extract(data, '$.plan'), run FROM events
            WHERE seq = 1 AND json_valid(data) AND json_extract(data, '$.plan') IS NOT NULL;
        """,
        """
        ALTER TABLE runs ADD COLUMN lost INTEGER;
        """,
    ]

    static var version: Int { migrations.count }

    /// Brings a database to the version that this program knows.
    ///
    /// - Returns: The version found when it is newer; then nothing was changed.
    static func migrate(_ connection: inout Connection) throws -> Int? {
        let found = try soundVersion(of: &connection)
        guard found < version else { return found > version ? found : nil }
        return try connection.transaction { connection in
            // Another process may have been faster since.
            let found = try agreedVersion(of: &connection)
            guard found < version else { return found > version ? found : nil }
            for migration in migrations[found...] { try connection.execute(migration) }
            try connection.execute("PRAGMA user_version = \(version)")
            return nil
        }
    }

    /// The version that the header says, whatever that is.
    static func version(of connection: inout Connection) throws -> Int {
        try connection.first("PRAGMA user_version") { try $0.int(0) } ?? 0
    }

    /// The version of a database: one that this program knows, or a newer one.
    ///
    /// - Throws: An error with `isDamaged` when the header says another one than the tables have.
    static func soundVersion(of connection: inout Connection) throws -> Int {
        try connection.snapshot { try agreedVersion(of: &$0) }
    }

    private static func agreedVersion(of connection: inout Connection) throws -> Int {
        let said = try version(of: &connection)
        if said > version { return said }
        let made = try versionOfTables(in: &connection)
        guard said == made else {
            throw SQLiteError.damaged("its header says format \(said), but its tables have format \(made)")
        }
        return made
    }

    /// The version that the tables have; 0 when there are none.
    static func versionOfTables(in connection: inout Connection) throws -> Int {
        let runs = try columns(of: "runs", &connection)
        if runs.isEmpty { return 0 }
        if runs.contains("lost") { return 3 }
        return try columns(of: "answers", &connection).contains("via") ? 2 : 1
    }

    private static func columns(of table: String, _ connection: inout Connection) throws -> [String] {
        try connection.rows("SELECT name FROM pragma_table_info(?)", .text(table)) { try $0.text(0) }
    }

    /// Whether nobody has made the tables yet, so that nothing can be missing.
    static func isUnmade(_ connection: inout Connection) throws -> Bool {
        let count = try connection.first("SELECT count(*) FROM sqlite_schema") { try $0.int(0) }
        return try count == 0 && version(of: &connection) == 0
    }

    /// Whether another program made the database: it has tables, and none of them is one of ours.
    static func isForeign(_ connection: inout Connection) throws -> Bool {
        let tables = try connection.rows("SELECT name FROM sqlite_schema WHERE type = 'table'") { try $0.text(0) }
        return !tables.isEmpty && tables.allSatisfy { !["runs", "events", "blobs", "answers", "plans"].contains($0) }
    }
}
