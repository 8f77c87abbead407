/// What is known of one step of a run: the fold of its events.
public struct StepRecord: Sendable, Hashable {
    /// Where it stands.
    public var state = StepState.pending
    /// Whether a failed step changed its target.
    public var applied: Applied?
    /// How many attempts were begun.
    public var attempts = 0
    /// What tells the doubt about the last attempt from others, for an answer that settles it.
    public var doubtDigest: String { "attempt-\(attempts)" }
    /// When it was first begun.
    public var started: Timestamp?
    /// When its last attempt was begun; what a person took to answer is before it.
    public var attemptStarted: Timestamp?
    /// When a person was asked last.
    public var asked: Timestamp?
    /// When it came to its state, when that is an end.
    public var finished: Timestamp?
    /// What is, or was last, asked.
    public var question: Question?
    /// What was answered, by whom, how and when.
    public var answers: [RecordedAnswer] = []
    /// What was answered when somebody had answered before.
    public var lateAnswers: [RecordedAnswer] = []
    /// The digest that a person said yes to; what renders differently later must be asked again.
    public var agreed: String?
    /// Why it was skipped.
    public var skipped: Skip?
    /// The check that made it needless.
    public var satisfiedBy: String?
    /// Why it failed, or what a wait last saw.
    public var failure: StepFailure?
    /// The last response that decided, for steps whose single requests are not kept.
    public var lastResponse: ResponseRecord?
    /// The requests of the last attempt, in the order they were sent.
    public var exchanges: [Exchange] = []
    /// The requests of earlier attempts that changed something, or may have.
    public var earlierChanges: [Exchange] = []
    /// How often a wait was tried.
    public var tries = 0
    /// Why an attempt's outcome is not known.
    public var doubt: String?
    /// The failures of attempts before the last one.
    public var earlierFailures: [StepFailure] = []
    /// The values it gives to others.
    public var values = StepValues()

    /// Makes a record of a step that has not begun.
    public init() {}

    /// The requests that may have changed their target, and to which no response came.
    public var unanswered: [Exchange] { exchanges.filter(\.isUnanswered) }

    /// Whether the next attempt goes on behind requests that acted and are done.
    public var goesOn: Bool { failure == nil && exchanges.contains { $0.action.effect > .read && $0.isDone } }
}
