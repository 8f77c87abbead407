import RunbookModel

/// Why a command ends before it has done its work.
struct CommandFailure: Error {
    /// The exit code.
    let status: Int32
    /// The message for people.
    let diagnostics: [Diagnostic]
    /// The texts that the diagnostics point into.
    let sources: [SourceText]
    /// More lines that are shown.
    let lines: [String]
    /// What explains the diagnostics, a line each.
    let details: [String]

    init(
        _ status: Int32, _ diagnostics: [Diagnostic] = [], sources: [SourceText] = [], lines: [String] = [],
        details: [String] = []
    ) {
        self.status = status
        self.diagnostics = diagnostics
        self.sources = sources
        self.lines = lines
        self.details = details
    }
}
