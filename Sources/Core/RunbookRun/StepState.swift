/// Where a step of a run is (semantics, "States").
package enum StepState: String, Sendable, Hashable, CaseIterable {
    /// Not begun, or set back.
    case pending
    /// Needs a person.
    case waiting
    /// Is being done.
    case running
    /// Was done, and what was asked of it held.
    case passed
    /// Its check held already; nothing was sent.
    case satisfied
    /// Was left out, with a reason.
    case skipped
    /// Was tried, and something did not hold.
    case failed
    /// Was stopped with nothing unanswered.
    case cancelled
    /// Something was sent, and its outcome is not known.
    case inDoubt = "in-doubt"

    /// Whether later steps may continue.
    package var isDone: Bool { self == .passed || self == .satisfied || self == .skipped }
}
