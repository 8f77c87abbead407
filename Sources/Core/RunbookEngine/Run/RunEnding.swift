package import RunbookModel
package import RunbookRun

/// How a run, or this process's part of it, came to an end.
package enum RunEnding: Sendable {
    /// Every step is passed, satisfied or skipped.
    case passed
    /// A step failed.
    case failed(step: String)
    /// A person is needed: an answer, or a decision about something doubtful.
    case waiting(step: String)
    /// A person said no.
    case aborted(step: String)
    /// A signal stopped it.
    case stopped(signal: Int)
    /// The journal cannot be written; nothing was sent after that.
    case journalFailed(JournalFailure)
    /// Our own error.
    case internalError(Diagnostic)
}
