import OrderedJSON
import RunbookRun
import RunbookStore

/// Writes journals as lines of JSON, for archives and other programs; they are free of secrets, as the store is.
struct RunsExport {
    let store: RunStore

    /// The lines of some runs: the form's version, each event with its link to the one before it, and the texts that the
    /// first events name.
    ///
    /// - Parameter runs: Whole names.
    func text(of runs: [String]) async throws -> String {
        var lines: [JSON] = [["export": "runbook", "version": 1]]
        var texts: [String] = []
        for run in runs {
            for entry in try await store.journal(of: run).entries {
                lines.append(RunsExport.json(entry))
                guard case .run(let start as RunStart) = entry.event else { continue }
                let hashes = start.documents.map(\.sha256) + [start.environment.sha256].compactMap(\.self)
                texts += hashes.filter { !texts.contains($0) }
            }
        }
        for hash in texts {
            guard let text = try await store.text(sha256: hash) else { continue }
            lines.append(["sha256": .string(hash), "text": .string(text)])
        }
        return lines.map { $0.text() + "\n" }.joined()
    }

    private static func json(_ entry: JournalEntry) -> JSON {
        [
            "run": .string(entry.run), "seq": .number(JSONNumber(entry.sequence)),
            "epoch": .number(JSONNumber(entry.epoch)), "at": .number(JSONNumber(entry.at.milliseconds)),
            "kind": .string(entry.event.kind), "data": entry.event.data, "previous": .string(entry.previous),
        ]
    }
}
