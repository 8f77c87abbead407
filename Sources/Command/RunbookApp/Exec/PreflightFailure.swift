package import RunbookModel

/// What keeps a run from beginning: a target that is not there, or not what it must be.
package struct PreflightFailure: Error, Sendable {
    /// Errors and warnings.
    package let diagnostics: [Diagnostic]
}
