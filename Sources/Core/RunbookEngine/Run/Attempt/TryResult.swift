import RunbookRun

/// What one try of a check came to.
enum TryResult {
    /// It holds; the judge has the captures.
    case holds(StepJudge, StepResponses)
    /// It does not hold.
    case unmet(StepFailure, StepResponses)
    /// It could not be told: no connection, a broken target, a part of the response missing.
    case unknowable(StepFailure, StepResponses)
    /// Something is wrong that waiting does not change.
    case wrong(StepFailure, StepResponses)
    /// The run is being stopped.
    case stopped
}
