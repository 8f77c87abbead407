package import RunbookEngine
package import RunbookModel
package import RunbookRun
import RunbookSyntax

/// Parses a file, binds it to handlers, and compiles its filters.
package struct DocumentCheck: Sendable {
    private let registry: HandlerRegistry
    private let expressions: any Expressions
    private let files: any NamedFiles

    /// Makes a check.
    ///
    /// - Parameter files: What reads the documents that a runbook includes.
    package init(registry: HandlerRegistry, expressions: any Expressions, files: any NamedFiles) {
        self.registry = registry
        self.expressions = expressions
        self.files = files
    }

    /// Checks a file; acts nowhere and contacts nothing.
    ///
    /// - Parameter path: Its real path, from which it names the documents that it includes.
    package func check(_ source: SourceText, at path: String) async -> CheckedDocument {
        let parsed = RunbookParser.parse(source)
        guard let runbook = parsed.runbook else {
            return CheckedDocument(
                source: source, binding: nil, diagnostics: parsed.diagnostics,
                executableFences: parsed.executableFences, isRunbook: !parsed.diagnostics.isEmpty)
        }
        var includes = IncludeReader(files, for: path)
        let parts = includes.parts(of: runbook, at: path)
        let binding = Binder.bind(runbook, to: registry, including: parts)
        var filterProblems: [Diagnostic] = []
        for binding in binding.all { filterProblems += await FilterCheck.check(binding, with: expressions) }
        let found = parsed.diagnostics + includes.diagnostics + binding.diagnostics + filterProblems
        // A document that is included twice says the same twice.
        var seen: Set<Diagnostic> = []
        let diagnostics = found.filter { seen.insert($0).inserted }.inOrder(from: source.file)
        return CheckedDocument(
            source: source, binding: binding, diagnostics: diagnostics, executableFences: parsed.executableFences,
            isRunbook: true)
    }
}
