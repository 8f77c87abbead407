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
        var lines: [JSON] = []
        var ends = JSONObject()
        var texts: [String] = []
        for run in runs {
            let (entries, last) = try await store.journal(of: run)
            ends.append(run, ["events": .number(JSONNumber(entries.count)), "last": .string(last)])
            for entry in entries {
                lines.append(RunsExport.json(entry))
                guard case .run(let start as RunStart) = entry.event else { continue }
                let hashes = start.documents.map(\.sha256) + [start.environment.sha256].compactMap(\.self)
                texts += hashes.filter { !texts.contains($0) }
            }
        }
        var kept: [JSON] = []
        for hash in texts {
            guard let text = try await store.text(sha256: hash) else { continue }
            kept.append(.string(hash))
            lines.append(["sha256": .string(hash), "text": .string(text)])
        }
        // What nothing behind it would vouch for: the last event of each run, and the texts.
        let head: JSON = ["export": "runbook", "version": 1, "runs": .object(ends), "texts": .array(kept)]
        return ([head] + lines).map { $0.text() + "\n" }.joined()
    }

    private static func json(_ entry: JournalEntry) -> JSON {
        [
            "run": .string(entry.run), "seq": .number(JSONNumber(entry.sequence)),
            "epoch": .number(JSONNumber(entry.epoch)), "at": .number(JSONNumber(entry.at.milliseconds)),
            "kind": .string(entry.event.kind), "data": entry.event.data, "previous": .string(entry.previous),
        ]
    }
}
