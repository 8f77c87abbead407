package import RunbookModel

/// Why a document cannot be the fixture of another.
package struct FixtureFailure: Error, Sendable {
    /// What is wrong.
    package let diagnostics: [Diagnostic]
    /// The document, when it could be read.
    package let source: SourceText?

    /// Makes a failure.
    package init(diagnostics: [Diagnostic], source: SourceText? = nil) {
        self.diagnostics = diagnostics
        self.source = source
    }
}
