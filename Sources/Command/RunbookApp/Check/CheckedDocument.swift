package import RunbookEngine
package import RunbookModel

/// A file as `check` sees it.
package struct CheckedDocument: Sendable {
    /// The file and its text.
    package let source: SourceText
    /// The bound runbook; nil when the file is not one, or cannot be parsed.
    package let binding: Binding?
    /// Everything that is wrong, in the order of the file.
    package let diagnostics: [Diagnostic]
    /// How many fences of a file that is not a runbook look executable.
    package let executableFences: Int

    /// Whether the file declares itself a runbook.
    package let isRunbook: Bool

    /// Whether nothing keeps it from running.
    package var isRunnable: Bool {
        binding != nil && !diagnostics.contains { $0.severity == .error || $0.preventsRun }
    }
}
