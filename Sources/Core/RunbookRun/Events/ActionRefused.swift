package import OrderedJSON

/// A request had no effect, and is repeated or not.
package struct ActionRefused: StepEvent {
    /// The name in journals.
    package static let kind = "action-refused"

    /// Which request it is.
    package let place: ActionPlace
    /// Why.
    package let reason: String
    /// Whether something was asked for that takes its time, so that another try continues it.
    package let isUnderWay: Bool
    /// What came back, when something did, such as the body of a 429 or of a gateway's 502.
    package let response: ResponseRecord?

    /// Makes the content.
    package init(place: ActionPlace, reason: String, isUnderWay: Bool = false, response: ResponseRecord? = nil) {
        self.isUnderWay = isUnderWay
        self.response = response
        self.place = place
        self.reason = reason
    }

    /// Reads the content.
    package init?(_ data: JSON) {
        let fields = FieldReader(data)
        guard let place = ActionPlace(fields) else { return nil }
        self.init(
            place: place, reason: fields.string("reason") ?? "", isUnderWay: fields.bool("under_way") ?? false,
            response: fields.object("answer").flatMap(ResponseRecord.init))
    }

    /// What is written.
    package var members: JSONObject {
        var fields = FieldWriter()
        place.write(into: &fields)
        fields["reason"] = reason
        if isUnderWay { fields.set("under_way", true) }
        fields.set("answer", response?.json)
        return fields.object
    }

    /// Applies it where it follows.
    package func apply(to record: inout StepRecord, _ moment: StepMoment) -> Bool {
        guard record.state == .running, let position = record.position(of: place) else { return false }
        record.exchanges[position].isRefused = true
        if isUnderWay { record.begun.insert(place) }
        record.exchanges[position].notice = response
        record.delay(place, because: reason, at: moment.time)
        return true
    }
}

extension RunEvent {
    /// A request had no effect, and is repeated or not.
    package static func actionRefused(
        step: String, target: String?, index: Int, reason: String, isUnderWay: Bool = false,
        response: ResponseRecord? = nil
    ) -> RunEvent {
        let place = ActionPlace(target: target, index: index)
        return .step(step, ActionRefused(place: place, reason: reason, isUnderWay: isUnderWay, response: response))
    }
}
