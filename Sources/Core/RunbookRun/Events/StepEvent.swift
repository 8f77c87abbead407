package import OrderedJSON

/// The content of one kind of event of a step.
///
/// A kind is one type in a file of its own: its name in journals, how it is written and read, and what it makes of the
/// step. The only other line that it needs is the one in `RunEvent.stepEvents`.
package protocol StepEvent: Sendable, Hashable {
    /// The name in journals; a promise, because they are read for ever.
    static var kind: String { get }

    /// Reads the content; nil when it does not fit.
    init?(_ data: JSON)

    /// The members that are written, beside the step's identity; none that is missing.
    var members: JSONObject { get }

    /// Applies the event to the step; false when it does not follow from where the step is.
    func apply(to record: inout StepRecord, _ moment: StepMoment) -> Bool

    /// Where the run is after it; nil when that does not change.
    var phase: RunPhase? { get }
}

extension StepEvent {
    /// Where the run is after it: where it was before.
    package var phase: RunPhase? { nil }

    func isEqual(to other: any StepEvent) -> Bool { (other as? Self) == self }
}
