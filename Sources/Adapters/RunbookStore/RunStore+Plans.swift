internal import RunbookModel
internal import SQLite

extension RunStore {
    /// The run that was begun with a plan; nil when this store knows none.
    ///
    /// - Parameter hash: The plan's SHA-256.
    package func run(ofPlan hash: String) throws(StoreFailure) -> String? {
        try StoreFailure.of(folder) {
            try connection.first(
                """
                SELECT runs.run FROM runs CROSS JOIN events ON events.run = runs.run AND events.seq = 1
                WHERE json_valid(data) AND json_extract(data, '$.plan') = ?
                """, .text(hash)
            ) { try $0.text(0) }
        }
    }

    /// Uses a plan for a run of this process, once and for all.
    ///
    /// - Parameters:
    ///   - hash: The plan's SHA-256.
    ///   - run: A run that has no events yet.
    /// - Returns: The run that has used it before; nil when it is this run's now.
    package func use(plan hash: String, for run: String) throws(StoreFailure) -> String? {
        let folder = folder
        return try StoreFailure.of(folder) {
            try connection.transaction { connection in
                let user = try connection.first("SELECT run FROM plans WHERE hash = ?", .text(hash)) { try $0.text(0) }
                if let user {
                    let hasBegun = try connection.first("SELECT 1 FROM events WHERE run = ?", .text(user)) { _ in true }
                    // A process that died before its first event has done nothing with it.
                    if hasBegun == true || FileLock.isHeld(folder.lock(ofRun: user)) { return user }
                }
                try connection.run("INSERT OR REPLACE INTO plans (hash, run) VALUES (?, ?)", .text(hash), .text(run))
                return nil
            }
        }
    }

    /// How long the last runs of a document in an environment took that passed, newest first; at most 50.
    ///
    /// - Parameters:
    ///   - path: The document's real path.
    ///   - environment: The real path of the environment's file; nil for a sandbox that the run started.
    package func durations(ofDocument path: String, in environment: String?) throws(StoreFailure) -> [Duration] {
        try StoreFailure.of(folder) {
            try connection.rows(
                """
                SELECT updated - started FROM runs CROSS JOIN events ON events.run = runs.run AND events.seq = 1
                WHERE phase = 'passed' AND json_valid(data) AND json_extract(data, '$.document.path') = ?
                    AND json_extract(data, '$.environment.path') IS ?
                ORDER BY started DESC LIMIT 50
                """, .text(path), environment.map { .text($0) } ?? .null
            ) { .milliseconds(try $0.int(0)) }
        }
    }
}
