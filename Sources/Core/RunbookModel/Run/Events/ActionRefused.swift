public import OrderedJSON

/// A request had no effect, and is repeated or not.
public struct ActionRefused: StepEvent {
    /// The name in journals.
    public static let kind = "action-refused"

    /// Which request it is.
    public let place: ActionPlace
    /// Why.
    public let reason: String

    /// Makes the content.
    public init(place: ActionPlace, reason: String) {
        self.place = place
        self.reason = reason
    }

    /// Reads the content.
    public init?(_ data: JSON) {
        let fields = FieldReader(data)
        guard let place = ActionPlace(fields) else { return nil }
        self.init(place: place, reason: fields.string("reason") ?? "")
    }

    /// What is written.
    public var members: JSONObject {
        var fields = FieldWriter()
        place.write(into: &fields)
        fields["reason"] = reason
        return fields.object
    }

    /// Applies it where it follows.
    public func apply(to record: inout StepRecord, _ moment: StepMoment) -> Bool {
        guard record.state == .running, let position = record.position(of: place) else { return false }
        record.exchanges[position].isRefused = true
        return true
    }
}

extension RunEvent {
    /// A request had no effect, and is repeated or not.
    public static func actionRefused(step: String, target: String?, index: Int, reason: String) -> RunEvent {
        .step(step, ActionRefused(place: ActionPlace(target: target, index: index), reason: reason))
    }
}
