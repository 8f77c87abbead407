package import RunbookEngine
package import RunbookModel

/// A document that nothing keeps from running.
package struct RunnableDocument: Sendable {
    /// The file and its text.
    package let source: SourceText
    /// The bound runbook.
    package let binding: Binding
    /// What it declares.
    package var declaration: Declaration { binding.runbook.declaration }
    /// The texts of it and of all that it includes, which diagnostics point into.
    package var sources: [SourceText] { binding.all.map(\.runbook.source) }
    /// What is not quite right with it.
    package let warnings: [Diagnostic]

    /// The document when it can run; nil when it is not a runbook, or has errors.
    package init?(_ document: CheckedDocument) {
        guard document.isRunnable, let binding = document.binding else { return nil }
        source = document.source
        self.binding = binding
        warnings = document.diagnostics
    }
}
