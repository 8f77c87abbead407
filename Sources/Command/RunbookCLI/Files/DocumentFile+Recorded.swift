import RunbookApp
import RunbookModel
import RunbookRun
import RunbookStore

extension DocumentFile {
    /// The document of a run as it was when the run started, with what it included, whatever became of the files.
    ///
    /// - Throws: `CommandFailure` when the store does not have its text, or it cannot run.
    static func recorded(
        by start: RunStart, in store: RunStore, context: CommandContext
    ) async throws -> RunnableDocument {
        let kept = start.document
        guard let text = try await store.text(sha256: kept.sha256) else {
            throw CommandFailure(
                ExitStatus.storeFailed, lines: ["the store does not have the text of the run; start a new run"])
        }
        return try await runnable(
            SourceText(file: kept.file, text: text), at: kept.path, files: RecordedFiles(of: start, in: store),
            context: context)
    }
}
