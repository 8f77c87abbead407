package import RunbookModel

/// Why an environment cannot be used: everything that is wrong with it, in the order of the file.
package struct EnvironmentProblems: Error, Sendable {
    /// The problems; at least one is an error.
    package let diagnostics: [Diagnostic]
    /// The file's text for showing the places, with literal secrets blanked; nil when there is no file.
    package let source: SourceText?
}
