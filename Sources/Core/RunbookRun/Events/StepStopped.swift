package import OrderedJSON

/// The attempt was stopped with nothing unanswered.
package struct StepStopped: StepEvent {
    /// The name in journals.
    package static let kind = "step-stopped"

    /// Makes the content.
    package init() {}

    /// Reads the content.
    package init?(_ data: JSON) {}

    /// What is written.
    package var members: JSONObject {
        JSONObject()
    }

    /// Applies it where it follows.
    package func apply(to record: inout StepRecord, _ moment: StepMoment) -> Bool {
        guard record.state == .running, record.unanswered.isEmpty else { return false }
        record.end(.cancelled, at: moment.time)
        return true
    }
}

extension RunEvent {
    /// The attempt was stopped with nothing unanswered.
    package static func stopped(step: String) -> RunEvent {
        .step(step, StepStopped())
    }
}
