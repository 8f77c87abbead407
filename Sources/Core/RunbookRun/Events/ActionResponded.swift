package import OrderedJSON
import RunbookModel

/// A response came.
package struct ActionResponded: StepEvent {
    /// The name in journals.
    package static let kind = "action-answered"

    /// Which request it is to.
    package let place: ActionPlace
    /// What came back.
    package let response: ResponseRecord

    /// Makes the content.
    package init(place: ActionPlace, response: ResponseRecord) {
        self.place = place
        self.response = response
    }

    /// Reads the content.
    package init?(_ data: JSON) {
        let fields = FieldReader(data)
        guard let response = fields.object("answer").flatMap(ResponseRecord.init), let place = ActionPlace(fields)
        else { return nil }
        self.init(place: place, response: response)
    }

    /// What is written.
    package var members: JSONObject {
        var fields = FieldWriter()
        place.write(into: &fields)
        fields.set("answer", response.json)
        return fields.object
    }

    /// Applies it where it follows.
    package func apply(to record: inout StepRecord, _ moment: StepMoment) -> Bool {
        guard record.state == .running, let position = record.position(of: place) else { return false }
        record.exchanges[position].response = response
        if record.exchanges[position].applied != .no { record.begun.insert(place) }
        return true
    }
}

extension RunEvent {
    /// A response came.
    package static func actionResponded(
        step: String, target: String?, index: Int, response: ResponseRecord
    ) -> RunEvent {
        .step(step, ActionResponded(place: ActionPlace(target: target, index: index), response: response))
    }
}
