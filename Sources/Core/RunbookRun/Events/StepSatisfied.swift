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
    /// The step's title with the values that are known now; nil where it says what the outline says.
    package let title: String?

    /// Makes the content.
    package init(check: String, values: StepValues, response: ResponseRecord?, title: String? = nil) {
        self.check = check
        self.title = title
        self.values = values
        self.response = response
    }

    /// Reads the content.
    package init?(_ data: JSON) {
        let fields = FieldReader(data)
        self.init(
            check: fields.string("check") ?? "", values: StepValues(fields: fields.fields("values")),
            response: fields.object("answer").flatMap(ResponseRecord.init), title: fields.string("title"))
    }

    /// What is written.
    package var members: JSONObject {
        var fields = FieldWriter()
        fields["check"] = check
        fields.set("values", values.json)
        fields.set("answer", response?.json)
        fields["title"] = title
        return fields.object
    }

    /// Applies it where it follows.
    package func apply(to record: inout StepRecord, _ moment: StepMoment) -> Bool {
        guard record.isOpen else { return false }
        record.satisfiedBy = check
        record.values = values
        record.lastResponse = response
        record.title = title ?? record.title
        record.end(.satisfied, at: moment.time)
        return true
    }
}

extension RunEvent {
    /// The step's check held, so nothing was sent.
    package static func satisfied(
        step: String, check: String, values: StepValues, response: ResponseRecord?, title: String? = nil
    ) -> RunEvent {
        .step(step, StepSatisfied(check: check, values: values, response: response, title: title))
    }
}
