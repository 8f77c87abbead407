package import OrderedJSON

/// The content of one kind of event of a whole run; what `StepEvent` is for a step.
package protocol RunWideEvent: Sendable, Hashable {
    /// The name in journals; a promise, because they are read for ever.
    static var kind: String { get }

    /// Reads the content; nil when it does not fit.
    init?(_ data: JSON)

    /// The members that are written; none that is missing.
    var members: JSONObject { get }

    /// Applies the event to the run; false when it does not follow from where the run is.
    func apply(to state: inout RunState, at time: Timestamp) -> Bool
}

extension RunWideEvent {
    func isEqual(to other: any RunWideEvent) -> Bool { (other as? Self) == self }
}
