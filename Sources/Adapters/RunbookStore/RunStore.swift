internal import Glibc
internal import RunbookRun
internal import SQLite

/// All runs of a person, in one SQLite file; reading them needs no lock and disturbs no run.
///
/// It has a queue of its own, because each call may wait for the disk.
package actor RunStore {
    /// What a store is opened for.
    package enum Access: Sendable {
        /// Only to read; a store that is not there is an empty one, and nothing is made.
        case read
        /// To read and write; what is missing is made.
        case write
    }

    /// The folder it is in.
    package nonisolated let folder: StoreFolder
    /// The other user whose store it is, where an administrator may use it all the same.
    package nonisolated let otherOwner: String?
    /// Whether others could enter the folder until it was opened now.
    package nonisolated let wasOpenToOthers: Bool
    var connection: Connection
    private let executor = QueueExecutor(label: "runbook.store")

    package nonisolated var unownedExecutor: UnownedSerialExecutor { executor.asUnownedSerialExecutor() }

    /// Opens the store of a folder.
    package init(_ folder: StoreFolder, access: Access) throws(StoreFailure) {
        self.folder = folder
        do {
            try folder.refuseOtherFiles()
            otherOwner = try access == .write ? folder.otherOwner() : nil
            wasOpenToOthers = try access == .write && folder.closeToOthers()
            connection = try access == .read ? Self.openForReading(folder) : Self.openForWriting(folder)
        } catch {
            throw StoreFailure(error, in: folder)
        }
    }

    /// Where a database is gone, or another is in its place, the locks of runs tell of it.
    ///
    /// A run has its row before its lock, so the locks are looked at first.
    private static func checkComplete(_ folder: StoreFolder, _ locks: [String], _ connection: inout Connection) throws {
        if locks.isEmpty { return }
        let known = Set(try connection.rows("SELECT run FROM runs") { try $0.text(0) })
        guard let missing = locks.sorted().first(where: { !known.contains($0) }) else { return }
        throw JournalFailure.missing(1, of: missing)
    }

    /// A connection that writes durably, to tables of this version.
    static func openForWriting(_ folder: StoreFolder) throws -> Connection {
        try folder.prepare()
        guard let lock = try FileLock.share(folder.databaseLock) else {
            throw JournalFailure(.store, "another process repairs the store")
        }
        let locks = folder.runLocks
        var status = stat()
        if let first = locks.min(), stat(folder.database, &status) != 0 || status.st_size == 0 {
            throw JournalFailure.missing(1, of: first)
        }
        var connection = try Connection(
            path: folder.database, access: .createLike(folder.databaseLock), keeping: lock)
        // Before anything of it is changed.
        if try Schema.isForeign(&connection) { throw StoreFailure.foreign(folder: folder.path) }
        if connection.isReadOnly, access(folder.database, W_OK) == 0 {
            throw JournalFailure(.damaged, "its header says that it can only be read")
        }
        try connection.makeDurable()
        // What is replaced, such as a person's words, is gone from the file and not only from the table.
        try connection.execute("PRAGMA secure_delete = ON")
        if let newer = try Schema.migrate(&connection) {
            throw StoreFailure.newerFormat(folder: folder.path, found: newer, known: Schema.version)
        }
        try checkComplete(folder, locks, &connection)
        try checkNotedDamage(folder, &connection)
        return connection
    }

    private static func openForReading(_ folder: StoreFolder) throws -> Connection {
        let locks = folder.runLocks
        rollBackJournal(folder)
        let isThere = try folder.isThere
        var connection =
            if isThere {
                try Connection(path: folder.database, access: isUnchanging(folder) ? .readUnchanging : .read)
            } else {
                try Connection(path: ":memory:")
            }
        if try Schema.isForeign(&connection) { throw StoreFailure.foreign(folder: folder.path) }
        let found = try Schema.soundVersion(of: &connection)
        if found > Schema.version {
            throw StoreFailure.newerFormat(folder: folder.path, found: found, known: Schema.version)
        }
        if found == 0 {
            connection = try Connection(path: ":memory:")
            _ = try Schema.migrate(&connection)
        }
        try checkComplete(folder, locks, &connection)
        return connection
    }

    /// Takes back what a process began and did not end before the database had a write-ahead log.
    ///
    /// Only who may write can do that. Where it is not possible, reading says why.
    private static func rollBackJournal(_ folder: StoreFolder) {
        guard access(folder.journal, F_OK) == 0, access(folder.database, W_OK) == 0,
            let lock = try? FileLock.share(folder.databaseLock),
            var connection = try? Connection(path: folder.database, access: .write, keeping: lock)
        else { return }
        // SQLite looks for a journal when the database is read.
        _ = try? Schema.version(of: &connection)
    }

    // A write-ahead log needs files beside the database, even to be read. Where none can be made nobody writes; a log
    // that was left there holds what the database lacks, and is read with it.
    private static func isUnchanging(_ folder: StoreFolder) -> Bool {
        access(folder.path, W_OK) != 0 && access("\(folder.database)-wal", F_OK) != 0
    }
}
