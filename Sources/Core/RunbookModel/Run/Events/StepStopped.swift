public import OrderedJSON

/// The attempt was stopped with nothing unanswered.
public struct StepStopped: StepEvent {
    /// The name in journals.
    public static let kind = "step-stopped"

    /// Makes the content.
    public init() {}

    /// Reads the content.
    public init?(_ data: JSON) {}

    /// What is written.
    public var members: JSONObject {
        JSONObject()
    }

    /// Applies it where it follows.
    public func apply(to record: inout StepRecord, _ moment: StepMoment) -> Bool {
        guard record.state == .running, record.unanswered.isEmpty else { return false }
        record.end(.cancelled, at: moment.time)
        return true
    }
}

extension RunEvent {
    /// The attempt was stopped with nothing unanswered.
    public static func stopped(step: String) -> RunEvent {
        .step(step, StepStopped())
    }
}
