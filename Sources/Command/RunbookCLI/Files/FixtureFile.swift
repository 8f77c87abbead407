import RunbookApp
import RunbookModel
import RunbookRun
import RunbookStore

/// Finds and reads the fixture that a document names.
enum FixtureFile {
    /// The fixture of a document that is at a real path; nil when it names none.
    ///
    /// - Throws: `CommandFailure` that says why it cannot be used.
    static func load(
        for document: RunnableDocument, at path: String, context: CommandContext
    ) async throws -> Fixture? {
        do {
            return try await read(for: document, at: path, context: context)
        } catch let failure as FixtureFailure {
            throw CommandFailure(
                ExitStatus.invalid, failure.diagnostics,
                sources: [document.source] + (failure.source.map { [$0] } ?? []))
        }
    }

    /// What is wrong with the fixture of a document, at the place that names it, or the fixture's own warnings.
    ///
    /// What is wrong inside the fixture is said by a check of that file.
    static func problems(
        of document: RunnableDocument, at path: String, context: CommandContext
    ) async -> (diagnostics: [Diagnostic], sources: [SourceText]) {
        do {
            guard let fixture = try await read(for: document, at: path, context: context)?.document else {
                return ([], [])
            }
            return (fixture.warnings.filter { $0.severity == .warning }, fixture.sources)
        } catch let failure as FixtureFailure {
            guard let source = failure.source, let name = document.declaration.fixture else {
                return (failure.diagnostics, [])
            }
            let file = VisibleText.visible(source.file)
            return (
                [
                    Diagnostic(
                        "fixture/unusable", "the fixture `\(file)` cannot be used", at: name.span,
                        help: "to see its problems: `runbook check \(file)`",
                        related: failure.diagnostics.filter { $0.severity == .error }.compactMap { problem in
                            problem.span.map { Diagnostic.Related(span: $0, message: problem.message) }
                        })
                ], []
            )
        } catch {
            return ([], [])
        }
    }

    /// The fixture that a run began with, as it was then; nil when it had none.
    ///
    /// - Throws: `CommandFailure` when it cannot be used any more.
    static func recorded(
        for document: RunnableDocument, of start: RunStart, in store: RunStore, context: CommandContext
    ) async throws -> Fixture? {
        guard let kept = start.documents.first(where: { $0.role == .fixture }) else { return nil }
        guard let text = try await store.text(sha256: kept.sha256) else {
            throw CommandFailure(
                ExitStatus.storeFailed,
                lines: ["the store does not have the text of `\(VisibleText.visible(kept.file))`; start a new run"])
        }
        let source = SourceText(file: kept.file, text: text)
        let fixture = try await DocumentFile.runnable(
            source, at: kept.path, files: try await RecordedFiles(of: start, in: store), context: context)
        do {
            return try Fixture(fixture, path: kept.path, for: document.declaration)
        } catch {
            throw CommandFailure(ExitStatus.invalid, error.diagnostics, sources: [document.source, source])
        }
    }

    private static func read(
        for document: RunnableDocument, at path: String, context: CommandContext
    ) async throws -> Fixture? {
        guard let name = document.declaration.fixture else { return nil }
        let file = try reading(name, of: document, at: path)
        let checked = await context.check.check(file.source, at: file.path)
        if let fixture = RunnableDocument(checked) {
            return try Fixture(fixture, path: file.path, for: document.declaration)
        }
        if checked.isRunbook { throw FixtureFailure(diagnostics: checked.diagnostics, source: file.source) }
        throw failure(
            "`\(VisibleText.visible(name.value))` is not a runbook", name,
            help: "declare its targets in a fence `yaml runbook`")
    }

    /// The text of the fixture and its real path, which must not leave the document's repository.
    private static func reading(
        _ name: Located<String>, of document: RunnableDocument, at path: String
    ) throws(FixtureFailure) -> NamedFile {
        if name.value.hasPrefix("/") {
            throw failure(
                "the path of a fixture is relative to this document", name,
                help: "write a relative path, such as `fixtures/data.md`")
        }
        let files = RepositoryFiles()
        do throws(NamedFileFailure) {
            return try files.read(name.value, from: (document.source.file, path), inside: files.root(of: path))
        } catch {
            throw failure(
                "cannot read `\(VisibleText.visible(name.value))`: \(VisibleText.visible(error.reason))", name,
                help: "the path is relative to the folder of this document, and must stay inside its repository")
        }
    }

    private static func failure(_ message: String, _ name: Located<String>, help: String) -> FixtureFailure {
        FixtureFailure(diagnostics: [Diagnostic("fixture/unusable", message, at: name.span, help: help)])
    }
}
