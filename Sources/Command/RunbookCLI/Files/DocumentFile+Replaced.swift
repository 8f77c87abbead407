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
        var state = RunState()
        var starts: [(start: RunStart, until: Timestamp)] = []
        for entry in entries {
            if case .run(_ as DocumentAdopted) = entry.event, let start = state.start {
                starts.append((start, entry.at))
            }
            do throws(TransitionError) {
                try state.apply(entry.event, at: entry.at)
            } catch {
                throw CommandFailure(ExitStatus.internalError, [error.diagnostic])
            }
        }
        var documents: [ReplacedDocument] = []
        for (start, until) in starts.reversed() {
            let document = try await recorded(by: start, in: store, context: context)
            documents.append(ReplacedDocument(document, until: until))
        }
        return documents
    }
}
