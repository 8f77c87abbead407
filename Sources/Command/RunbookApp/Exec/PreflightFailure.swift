package import RunbookModel

/// What keeps a run from beginning: a target that is not there, or not what it must be.
package struct PreflightFailure: Error, Sendable {
    /// Errors and warnings.
    package let diagnostics: [Diagnostic]

    /// Whether all that is wrong is wrong with targets: they do not respond, or are not what they must be.
    package var isAboutTargets: Bool {
        let errors = diagnostics.filter { $0.severity == .error }
        return !errors.isEmpty && errors.allSatisfy { $0.code.hasPrefix("target/") }
    }
}
