/// Where a run is (semantics, "States").
package enum RunPhase: String, Sendable, Hashable, CaseIterable {
    /// A process carries it on.
    case running
    /// Needs a person.
    case waiting
    /// Every step is passed, satisfied or skipped.
    case passed
    /// A step failed.
    case failed
    /// A person said no.
    case aborted
    /// No closing event, and nobody holds its lock; or a signal stopped it.
    case interrupted
    /// What it did was taken back.
    case undone
}
