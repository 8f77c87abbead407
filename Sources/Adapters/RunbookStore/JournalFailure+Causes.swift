internal import Glibc
internal import RunbookRun
internal import SQLite

extension JournalFailure {
    /// The failure that an error of SQLite, of the system or of the journal itself means.
    init(_ error: any Error) {
        switch error {
        case let failure as JournalFailure: self = failure
        case let error as SystemError: self = error.failure
        case let error as SQLiteError: self.init(error)
        default: self.init(.store, "the store failed: \(error)")
        }
    }

    private init(_ error: SQLiteError) {
        if error.isFull {
            self.init(.full, "the disk of the store is full")
        } else if error.isReadOnly || error.isCannotOpen && [EROFS, EACCES, EPERM].contains(error.systemError) {
            self.init(.readOnly, "the store is not writable: \(error.message)")
        } else if error.isBusy {
            self.init(.store, "another process kept the store busy for too long")
        } else if error.isDamaged {
            self.init(.damaged, error.message)
        } else {
            self.init(.store, "the store failed: \(error)")
        }
    }

    /// A run's journal lacks an event, or holds another than the one that was written.
    static func missing(_ event: Int, of run: String) -> JournalFailure {
        JournalFailure(.damaged, "event \(event) of run `\(run)` is missing, or was changed")
    }

    /// Runs the closure; what it throws becomes a failure of the journal.
    static func of<Result>(_ body: () throws -> Result) throws(JournalFailure) -> Result {
        do { return try body() } catch { throw JournalFailure(error) }
    }
}

extension StoreFailure {
    /// The failure that an error of the store, of its journal, of SQLite or of the system means.
    init(_ error: any Error, in folder: StoreFolder) {
        if let failure = error as? StoreFailure {
            self = failure
        } else {
            let failure = JournalFailure(error)
            self =
                failure.reason == .damaged
                ? .damaged(folder: folder.path, why: failure.message) : .journal(failure)
        }
    }

    /// Runs the closure; what it throws becomes a failure of the store in a folder.
    static func of<Result>(_ folder: StoreFolder, _ body: () throws -> Result) throws(StoreFailure) -> Result {
        do { return try body() } catch { throw StoreFailure(error, in: folder) }
    }
}
