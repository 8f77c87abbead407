import RunbookRun

/// Whether a step is taken; plan and run decide it by the same rule, `FateRule`.
enum StepFate: Sendable, Hashable {
    /// It is.
    case taken
    /// It is omitted; the detail names what decided it.
    case skipped(SkipReason, detail: String)
    /// Conditions decide it, its own or those of steps it needs, that use values of the run; only before a run.
    case undecided([String])
    /// It needs a value that a step gave which is done, and which was not kept; only in a run.
    case lacking(name: String, giver: Int)
    /// It cannot be decided.
    case wrong(StepFailure)
}
