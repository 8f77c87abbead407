package import RunbookEngine
package import RunbookModel
package import RunbookRun
import RunbookSyntax

/// Parses a file, binds it to handlers, and compiles its filters.
package struct DocumentCheck: Sendable {
    private let registry: HandlerRegistry
    private let expressions: any Expressions

    /// Makes a check.
    package init(registry: HandlerRegistry, expressions: any Expressions) {
        self.registry = registry
        self.expressions = expressions
    }

    /// Checks a file; acts nowhere and contacts nothing.
    package func check(_ source: SourceText) async -> CheckedDocument {
        let parsed = RunbookParser.parse(source)
        guard let runbook = parsed.runbook else {
            return CheckedDocument(
                source: source, binding: nil, diagnostics: parsed.diagnostics,
                executableFences: parsed.executableFences, isRunbook: !parsed.diagnostics.isEmpty)
        }
        let binding = Binder.bind(runbook, to: registry)
        let filterProblems = await FilterCheck.check(binding, with: expressions)
        let diagnostics = (parsed.diagnostics + binding.diagnostics + filterProblems).inOrder
        return CheckedDocument(
            source: source, binding: binding, diagnostics: diagnostics, executableFences: parsed.executableFences,
            isRunbook: true)
    }
}
