package import RunbookModel

/// An event that does not follow from a state: an internal error with its own diagnostic, never a trap.
package struct TransitionError: Error, Sendable, Hashable {
    /// The step.
    package let step: String?
    /// Where it was.
    package let from: StepState?
    /// The kind of event that came.
    package let event: String

    /// Makes an error.
    package init(step: String?, from: StepState?, event: String) {
        self.step = step
        self.from = from
        self.event = event
    }

    /// The message for people.
    package var diagnostic: Diagnostic {
        let place = step.map { " of step `\($0)`" } ?? ""
        let state = from.map { " in state `\($0.rawValue)`" } ?? ""
        return Diagnostic(
            "journal/transition", "the event `\(event)`\(place) does not follow\(state)", at: nil,
            help: "this is an error of runbook itself: please report it with the output of `runbook report RUN`")
    }
}
