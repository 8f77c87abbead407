public import OrderedJSON

/// One fact of a run: what a journal keeps, and what terminal, report and resume are folds over.
public enum RunEvent: Sendable, Hashable {
    /// The run began; always the first event.
    case started(RunStart)
    /// A process took the run on again.
    case resumed(user: String, host: String)
    /// The step was left out; the detail names what decided it.
    case skipped(step: String, reason: SkipReason, detail: String)
    /// The step's check held, so nothing was sent.
    case satisfied(step: String, check: String, values: StepValues, response: ResponseRecord?)
    /// A person is asked.
    case asked(step: String, question: Question)
    /// A person answered; `by` names them, `via` how: `terminal`, `confirm`, `--yes`.
    case answered(step: String, answer: PersonAnswer, digest: String, by: String, via: String)
    /// An answer came for something that is not asked any more.
    case answerVoid(step: String, digest: String, by: String)
    /// An attempt began.
    case attemptStarted(step: String, attempt: Int)
    /// A request is about to be sent; durable before the send when it is not a read.
    case actionSent(step: String, action: ActionRecord)
    /// A response came.
    case actionResponded(step: String, target: String?, index: Int, response: ResponseRecord)
    /// A request surely had no effect and will be repeated, or not.
    case actionRefused(step: String, target: String?, index: Int, reason: String)
    /// What a wait saw: its first try, its last, and each change; `tries` counts all so far.
    case polled(step: String, tries: Int, unmet: StepFailure?, response: ResponseRecord?)
    /// A handler's word on the way.
    case progress(step: String, text: String)
    /// The step came true.
    case passed(step: String, values: StepValues)
    /// The step did not come true.
    case failed(step: String, failure: StepFailure, applied: Applied, response: ResponseRecord?)
    /// The attempt's outcome is not known; `isDoubtful` when something that is no read is unanswered.
    case outcomeUnknown(step: String, reason: String, isDoubtful: Bool)
    /// The attempt was stopped with nothing unanswered.
    case stopped(step: String)
    /// A doubt about a request was settled; `by` is `check`, `token` or a person's name. Before 0.2 no place was kept, and
    /// the doubt was one about the whole step.
    case settled(step: String, applied: Bool, by: String, place: ActionPlace?)
    /// The step is set back to be done again.
    case reset(step: String, by: String)
    /// The process closed the run in this phase; the signal's number where one did.
    case finished(phase: RunPhase, signal: Int?)
    /// A kind that this version does not know, kept as it is.
    case unknown(kind: String, data: JSON)
}
