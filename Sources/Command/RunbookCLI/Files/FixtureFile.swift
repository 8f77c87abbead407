import RunbookApp
import RunbookEnvironment
import RunbookModel

/// Finds and reads the fixture that a document names.
enum FixtureFile {
    /// The fixture of a document that stands at a real path; nil when it names none.
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

    /// What is wrong with the fixture of a document, at the place that names it.
    ///
    /// What is wrong inside of the fixture is said by a check of that file.
    static func problems(of document: RunnableDocument, at path: String, context: CommandContext) async -> [Diagnostic]
    {
        do {
            _ = try await read(for: document, at: path, context: context)
            return []
        } catch let failure as FixtureFailure {
            guard let source = failure.source, let name = document.declaration.fixture else {
                return failure.diagnostics
            }
            let file = VisibleText.visible(source.file)
            return [
                Diagnostic(
                    "fixture/unusable", "the fixture `\(file)` cannot be used", at: name.span,
                    help: "see `runbook check \(file)`",
                    related: failure.diagnostics.filter { $0.severity == .error }.compactMap { problem in
                        problem.span.map { Diagnostic.Related(span: $0, message: problem.message) }
                    })
            ]
        } catch {
            return []
        }
    }

    private static func read(
        for document: RunnableDocument, at path: String, context: CommandContext
    ) async throws -> Fixture? {
        guard let name = document.declaration.fixture else { return nil }
        let real = try place(of: name, at: path)
        // Seen from the working directory, as the document itself is.
        let source = try reading(name, from: folder(of: document.source.file) + name.value)
        let checked = await DocumentCheck(registry: context.registry, expressions: context.expressions).check(source)
        if let fixture = RunnableDocument(checked) {
            return try Fixture(fixture, path: real, for: document.declaration)
        }
        if checked.isRunbook { throw FixtureFailure(diagnostics: checked.diagnostics, source: source) }
        throw failure("`\(VisibleText.visible(name.value))` is no runbook", name, help: "declare its targets in it")
    }

    /// The real path of the fixture, which must not leave the document's repository.
    private static func place(of name: Located<String>, at path: String) throws(FixtureFailure) -> String {
        if name.value.hasPrefix("/") {
            throw failure("a fixture is named by its path from this document", name, help: "begin it with its folder")
        }
        let folder = folder(of: path)
        let real = DocumentFile.realPath(folder + name.value)
        let root = EnvironmentSearch.repositoryRoot(above: folder) ?? folder
        guard real.hasPrefix(root.hasSuffix("/") ? root : root + "/") else {
            throw failure(
                "`\(VisibleText.visible(name.value))` lies outside of `\(VisibleText.visible(root))`", name,
                help: "keep it in the repository of the document, or in the document's folder where there is none")
        }
        return real
    }

    private static func reading(_ name: Located<String>, from file: String) throws(FixtureFailure) -> SourceText {
        do throws(Diagnostic) {
            return try DocumentFile.read(file)
        } catch {
            throw failure(error.message, name, help: "the path begins at the folder of this document")
        }
    }

    private static func failure(_ message: String, _ name: Located<String>, help: String) -> FixtureFailure {
        FixtureFailure(diagnostics: [Diagnostic("fixture/unusable", message, at: name.span, help: help)])
    }

    /// The folder of a path with a slash at its end; empty for the working directory.
    private static func folder(of path: String) -> String {
        path.lastIndex(of: "/").map { String(path[...$0]) } ?? ""
    }
}
