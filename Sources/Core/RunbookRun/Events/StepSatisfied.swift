package import OrderedJSON

/// The step's check held, so nothing was sent.
package struct StepSatisfied: StepEvent {
    /// The name in journals.
    package static let kind = "step-satisfied"

    /// The identity of the check.
    package let check: String
    /// The values that the check gives in its place.
    package let values: StepValues
    /// The last response to the check.
    package let response: ResponseRecord?

    /// Makes the content.
    package init(check: String, values: StepValues, response: ResponseRecord?) {
        self.check = check
        self.values = values
        self.response = response
    }

    /// Reads the content.
    package init?(_ data: JSON) {
        let fields = FieldReader(data)
        self.init(
            check: fields.string("check") ?? "", values: StepValues(fields: fields.fields("values")),
            response: fields.object("answer").flatMap(ResponseRecord.init))
    }

    /// What is written.
    package var members: JSONObject {
        var fields = FieldWriter()
        fields["check"] = check
        fields.set("values", values.json)
        fields.set("answer", response?.json)
        return fields.object
    }

    /// Applies it where it follows.
    package func apply(to record: inout StepRecord, _ moment: StepMoment) -> Bool {
        guard record.isOpen else { return false }
        record.satisfiedBy = check
        record.values = values
        record.lastResponse = response
        record.end(.satisfied, at: moment.time)
        return true
    }
}

extension RunEvent {
    /// The step's check held, so nothing was sent.
    package static func satisfied(step: String, check: String, values: StepValues, response: ResponseRecord?)
        -> RunEvent
    {
        .step(step, StepSatisfied(check: check, values: values, response: response))
    }
}
