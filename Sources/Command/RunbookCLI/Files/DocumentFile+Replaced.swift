import RunbookApp
import RunbookRun
import RunbookStore

extension DocumentFile {
    /// The documents of a run that edited ones have replaced since, newest first.
    ///
    /// - Throws: `CommandFailure` when the store does not have their texts.
    static func replaced(
        _ entries: [JournalEntry], in store: RunStore, context: CommandContext
    ) async throws -> [ReplacedDocument] {
        var documents: [ReplacedDocument] = []
        for (index, entry) in entries.enumerated().reversed() {
            guard case .run(_ as DocumentAdopted) = entry.event,
                let start = try ReportWriter.state(of: Array(entries[..<index])).start
            else { continue }
            let document = try await recorded(by: start, in: store, context: context)
            documents.append(ReplacedDocument(document, until: entry.at))
        }
        return documents
    }
}
