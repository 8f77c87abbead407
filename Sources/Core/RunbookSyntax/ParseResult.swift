package import RunbookModel

/// What became of a file.
package struct ParseResult: Sendable {
    /// The runbook, best effort; nil when the file is not one, or when not even its declaration can be read.
    ///
    /// A file without a declaration is not a runbook, which is not an error: then there are no errors among the
    /// diagnostics.
    package let runbook: Runbook?
    /// What is wrong, in the order of the text.
    package let diagnostics: [Diagnostic]
    /// The number of fences without a role that look like something to execute.
    package let executableFences: Int
}
