/// When an event of a step happened, and to what kind of step.
public struct StepMoment: Sendable, Hashable {
    /// When.
    public let time: Timestamp
    /// Whether a person does the step.
    public let isManual: Bool

    /// Makes a moment.
    public init(time: Timestamp, isManual: Bool) {
        self.time = time
        self.isManual = isManual
    }
}
