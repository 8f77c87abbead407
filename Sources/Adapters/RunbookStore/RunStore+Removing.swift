internal import Files
internal import Glibc
internal import SQLite

extension RunStore {
    /// Removes a run that has no owner: its events, its answers, and the texts and attached files that no other run names.
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
                let attached = try FolderNames.sorted(in: folder.attachments).filter { name in
                    try connection.mentions(name, inRun: run)
                }
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
                for name in attached where try !connection.mentions(name) { unlink(folder.attachment(name)) }
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

extension Connection {
    /// Whether an event or an answer names an attached file.
    ///
    /// - Parameter run: The run; nil for any.
    fileprivate mutating func mentions(_ attachment: String, inRun run: String? = nil) throws -> Bool {
        for (table, column) in [("events", "data"), ("answers", "answer")] {
            let found = try first(
                "SELECT 1 FROM \(table) WHERE (?1 = '' OR run = ?1) AND instr(\(column), ?2) > 0 LIMIT 1",
                .text(run ?? ""), .text(attachment)
            ) { _ in true }
            if found == true { return true }
        }
        return false
    }
}
