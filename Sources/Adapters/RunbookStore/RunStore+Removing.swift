internal import Glibc
internal import SQLite

extension RunStore {
    /// Removes a run that has no owner: its events, its answers, and the texts that no other run names.
    ///
    /// That a plan was used is not forgotten.
    ///
    /// - Parameter run: The whole name, as `find` gives it.
    /// - Throws: ``StoreFailure/runHeld(_:by:)`` while a process holds it.
    package func remove(_ run: String, _ session: Session) throws(StoreFailure) {
        let folder = folder
        try StoreFailure.of(folder) {
            let path = folder.lock(ofRun: run)
            switch try FileLock.take(path, owner: session.owner) {
            case .held(let owner): throw StoreFailure.runHeld(run, by: owner)
            case .taken(let lock):
                // The lock's file first: one without a row would look like a database that has lost a run.
                unlink(path)
                try connection.execute("PRAGMA secure_delete = ON")
                try connection.transaction { connection in
                    for table in ["events", "answers", "runs"] {
                        try connection.run("DELETE FROM \(table) WHERE run = ?", .text(run))
                    }
                    try connection.run(
                        """
                        DELETE FROM blobs WHERE NOT EXISTS (
                            SELECT 1 FROM events
                            WHERE kind NOT GLOB 'step-*' AND kind NOT GLOB 'action-*' AND instr(data, blobs.hash) > 0
                        )
                        """)
                }
                // Whoever wanted to own it meanwhile has made the file again.
                unlink(path)
                withExtendedLifetime(lock) {}
            }
        }
    }

    /// Gives the space of removed runs back to the disk, where nobody else uses the store now.
    package func compact() {
        try? connection.execute("VACUUM")
    }
}
