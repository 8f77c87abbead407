package import RunbookModel

/// What is known of one step of a run: the fold of its events.
package struct StepRecord: Sendable, Hashable {
    /// Where it is.
    package var state = StepState.pending
    /// Whether a failed step changed its target.
    package var applied: Applied?
    /// How many attempts were begun.
    package var attempts = 0
    /// What tells the doubt about the last attempt from others, for an answer that settles it.
    package var doubtDigest: String { "attempt-\(attempts)" }
    /// When it was first begun.
    package var started: Timestamp?
    /// When its last attempt was begun; what a person took to answer is before it.
    package var attemptStarted: Timestamp?
    /// When a person was asked last.
    package var asked: Timestamp?
    /// When it came to its state, when that is an end.
    package var finished: Timestamp?
    /// What is, or was last, asked.
    package var question: Question?
    /// What was answered, by whom, how and when.
    package var answers: [RecordedAnswer] = []
    /// What was answered when somebody had answered before.
    package var lateAnswers: [RecordedAnswer] = []
    /// The digest that a person said yes to; what renders differently later must be asked again.
    package var agreed: String?
    /// Why it was skipped.
    package var skipped: Skip?
    /// The check that made it needless.
    package var satisfiedBy: String?
    /// Why it failed, or what a wait last saw.
    package var failure: StepFailure?
    /// The last response that decided, for steps whose single requests are not kept.
    package var lastResponse: ResponseRecord?
    /// The title with the values that were known when it began; nil where it says what the outline says.
    package var title: String?
    /// The line that `show=FILTER` asked for.
    package var shown: String?
    /// The requests of a wait, as they are sent with each try.
    package var polled: [ActionRecord] = []
    /// The requests of the last attempt, in the order they were sent.
    package var exchanges: [Exchange] = []
    /// The requests of earlier attempts that changed something, or may have.
    package var earlierChanges: [Exchange] = []
    /// What was there before of what its requests make, seen before the first of them that may have had an effect.
    package var before: [ActionPlace: Before] = [:]
    /// The targets on which the checks that may settle a doubt did not hold before its last attempt.
    package var unmetBefore: Set<String> = []
    /// The requests that had an effect, or may have, in any attempt.
    package var begun: Set<ActionPlace> = []
    /// The processes of this machine that its last attempt has started, by request.
    package var processes: [ActionPlace: [StartedProcess]] = [:]
    /// Why its requests were not done at once, in the order in which it was said.
    package var delays: [Delay] = []
    /// How often a wait was tried.
    package var tries = 0
    /// Why an attempt's outcome is not known.
    package var doubt: String?
    /// When the outcome of its last attempt was not known any more.
    package var doubtSince: Timestamp?
    /// The failures of attempts before the last one.
    package var earlierFailures: [StepFailure] = []
    /// What its targets warned of, each text once.
    package var warnings: [String] = []
    /// What was found about the cause of its last failure.
    package var findings: [Finding] = []
    /// The values it gives to others.
    package var values = StepValues()

    /// The most warnings that are kept of one step.
    static let mostWarnings = 100

    /// Makes a record of a step that has not begun.
    package init() {}

    /// The requests that may have changed their target, and to which no response came.
    package var unanswered: [Exchange] { exchanges.filter(\.isUnanswered) }

    /// The requests that asked for something that takes its time, and of which no try has seen the end: what was asked
    /// for may come to be, or is being changed.
    package var underWay: [ActionRecord] {
        if state == .passed || state == .satisfied { return [] }
        let told = Set((earlierChanges + exchanges).filter { $0.applied != .no }.map(\.action.place))
        var seen = told
        return exchanges.map(\.action).filter { begun.contains($0.place) && seen.insert($0.place).inserted }
    }

    /// The requests of which nobody knows whether they took effect, each as a phrase: which one, where, and of how many.
    ///
    /// The others of the same attempt have their responses.
    package var doubtfulRequests: [String] {
        unanswered.map { exchange in
            let action = exchange.action
            let sent = exchanges.filter { $0.action.target == action.target }
            let place = sent.firstIndex { $0.action.index == action.index }.map { $0 + 1 } ?? sent.count
            let count = sent.count > 1 ? " (request \(place) of \(sent.count) sent)" : ""
            return action.title + (action.target.map { " on \($0)" } ?? "") + count
        }
    }

    /// Whether it is being carried out and a request has no response: once its process is gone, it is in doubt.
    package var isRunningUnanswered: Bool { state == .running && !unanswered.isEmpty }

    /// Whether it failed after it had changed its target, or may have, so that a person says what becomes of it.
    package var asksAboutFailure: Bool {
        switch state {
        case .failed: applied != .no
        case .waiting: question?.kinds.contains(.failed) == true
        default: false
        }
    }

    /// Whether the next attempt continues behind requests that acted and are done, or with one that is sent again.
    package var goesOn: Bool { failure == nil && exchanges.contains(where: \.isCarriedOn) }
}
