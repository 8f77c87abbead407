import RunbookRun

/// How the requests of a step ended.
enum AttemptEnd {
    /// Each was answered, and each status was accepted, or is known to be done; what is asked of the responses is not
    /// judged yet.
    case responded(StepResponses)
    /// A response is not what was expected.
    case unmet(Cause)
    /// It could not be told: no connection, a target that failed, a part of the response missing, no time left.
    case unknowable(Cause)
    /// Something is wrong that waiting does not change.
    case wrong(Cause)
    /// Something that acts was sent, and nobody knows what became of it.
    case doubtful(reason: String, notice: ResponseRecord? = nil)
    /// The run is being stopped, and nothing is unanswered.
    case stopped

    /// What ended it.
    struct Cause {
        /// The failure, as it may be told.
        let failure: StepFailure
        /// All responses so far, that one among them.
        let responses: StepResponses
        /// The event of the response that is to be kept together with what follows from it.
        var event: RunEvent?
    }
}
