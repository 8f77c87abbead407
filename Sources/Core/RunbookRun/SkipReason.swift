/// Why a step was left out.
package enum SkipReason: String, Sendable, Hashable {
    /// Its `when` does not hold.
    case condition = "when"
    /// It belongs to an alternative that was not chosen.
    case notChosen = "not-chosen"
    /// It needs a value of a step that was skipped.
    case needsSkipped = "needs-skipped"
    /// A person skipped it.
    case person
    /// It is done in a console that a disposable environment does not have.
    case noConsole = "no-console"
    /// It needs a host that the environment does not have.
    case noHost = "no-host"
}
