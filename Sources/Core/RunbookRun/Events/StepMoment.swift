/// When an event of a step happened, and to what kind of step.
package struct StepMoment: Sendable, Hashable {
    /// When.
    package let time: Timestamp
    /// Whether a person does the step.
    package let isManual: Bool

    /// Makes a moment.
    package init(time: Timestamp, isManual: Bool) {
        self.time = time
        self.isManual = isManual
    }
}
