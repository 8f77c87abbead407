import RunbookApp
import RunbookModel

extension DocumentFile {
    /// Reads and checks a document, which must be a runbook without errors.
    ///
    /// - Throws: `CommandFailure` that says why it cannot run.
    static func runnable(_ file: String, context: CommandContext) async throws -> RunnableDocument {
        let source = try read(file, orExit: ExitStatus.invalid)
        return try await runnable(source, at: realPath(file), context: context)
    }

    /// Checks a text, which must be a runbook without errors.
    ///
    /// - Parameters:
    ///   - path: Its real path.
    ///   - files: What reads the documents that it includes.
    /// - Throws: `CommandFailure` that says why it cannot run.
    static func runnable(
        _ source: SourceText, at path: String, files: any NamedFiles = RepositoryFiles(), context: CommandContext
    ) async throws -> RunnableDocument {
        let checked = await context.check(of: files).check(source, at: path)
        if let document = RunnableDocument(checked) { return document }
        if checked.isRunbook { throw CommandFailure(ExitStatus.invalid, checked.diagnostics, sources: [source]) }
        throw CommandFailure(
            ExitStatus.invalid,
            lines: ["`\(VisibleText.visible(source.file))` is not a runbook: it has no fence `yaml runbook`"])
    }
}
