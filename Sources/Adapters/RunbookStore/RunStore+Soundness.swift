internal import RunbookRun
internal import SQLite

extension RunStore {
    /// The most pages that are looked at for a list of runs: 64 MiB of the usual ones.
    private static let mostPages = 16_384

    /// Looks whether each page of the database is what it must be, and whether no event of a run is missing, where that
    /// takes no time that a person would notice.
    ///
    /// - Throws: ``StoreFailure/damaged(folder:why:)``.
    package func check() throws(StoreFailure) {
        let folder = folder
        try StoreFailure.of(folder) {
            let pages = try connection.first("PRAGMA page_count") { try $0.int(0) } ?? 0
            guard pages <= Self.mostPages else { return }
            do {
                try Self.checkPages(&connection)
            } catch {
                folder.noteDamage()
                throw error
            }
            guard let (run, event) = try Self.gap(&connection) else { return }
            folder.noteDamage(of: run)
            throw JournalFailure.missing(event, of: run)
        }
    }

    /// Refuses to write to a store that somebody found damaged, unless it is sound again.
    static func checkNotedDamage(_ folder: StoreFolder, _ connection: inout Connection) throws {
        guard let noted = folder.notedDamage else { return }
        try checkPages(&connection)
        if let (run, event) = try gap(&connection) { throw JournalFailure.missing(event, of: run) }
        for run in noted.sorted() {
            let found = try chain(of: run, &connection)
            if let event = found.broken { throw JournalFailure.missing(event, of: run) }
        }
        folder.forgetDamage()
    }

    private static func checkPages(_ connection: inout Connection) throws {
        let found = try connection.first("PRAGMA quick_check(1)") { try $0.text(0) }
        guard let found, found != "ok" else { return }
        // Before what it found, SQLite names the database on a line of its own.
        throw JournalFailure(.damaged, found.split(separator: "\n").last.map(String.init) ?? found)
    }

    /// A run that lacks an event between others, and which one; found by the numbers alone.
    private static func gap(_ connection: inout Connection) throws -> (run: String, event: Int)? {
        let run = try connection.first(
            "SELECT run FROM events GROUP BY run HAVING count(*) <> max(seq) ORDER BY run LIMIT 1"
        ) { try $0.text(0) }
        guard let run else { return nil }
        let event = try connection.first(
            """
            SELECT min(number) FROM (SELECT seq, row_number() OVER (ORDER BY seq) AS number FROM events WHERE run = ?)
            WHERE seq <> number
            """, .text(run)
        ) { try $0.int(0) }
        return (run, event ?? 1)
    }
}
