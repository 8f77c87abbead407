internal import RunbookModel
internal import SQLite

extension RunStore {
    /// The run that was begun with a plan; nil when this store knows none.
    ///
    /// - Parameter hash: The plan's SHA-256.
    package func run(ofPlan hash: String) throws(StoreFailure) -> String? {
        try StoreFailure.of {
            try connection.first(
                """
                SELECT runs.run FROM runs CROSS JOIN events ON events.run = runs.run AND events.seq = 1
                WHERE json_valid(data) AND json_extract(data, '$.plan') = ?
                """, .text(hash)
            ) { try $0.text(0) }
        }
    }

    /// How long the last runs of a document in an environment took that passed, newest first; at most 50.
    ///
    /// - Parameters:
    ///   - path: The document's real path.
    ///   - environment: The real path of the environment's file; nil for a sandbox that the run started.
    package func durations(ofDocument path: String, in environment: String?) throws(StoreFailure) -> [Duration] {
        try StoreFailure.of {
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
