package import OrderedJSON

/// The step passed.
package struct StepPassed: StepEvent {
    /// The name in journals.
    package static let kind = "step-passed"

    /// The values it gives to others.
    package let values: StepValues

    /// Makes the content.
    package init(values: StepValues) {
        self.values = values
    }

    /// Reads the content.
    package init?(_ data: JSON) {
        let fields = FieldReader(data)
        self.init(values: StepValues(fields: fields.fields("values")))
    }

    /// What is written.
    package var members: JSONObject {
        var fields = FieldWriter()
        fields.set("values", values.json)
        return fields.object
    }

    /// Applies it where it follows.
    package func apply(to record: inout StepRecord, _ moment: StepMoment) -> Bool {
        // The check of a step by hand may pass while a person works.
        guard record.state == .running || record.state == .waiting && moment.isManual else { return false }
        record.values = values
        record.failure = nil
        record.end(.passed, at: moment.time)
        return true
    }
}

extension RunEvent {
    /// The step passed.
    package static func passed(step: String, values: StepValues) -> RunEvent {
        .step(step, StepPassed(values: values))
    }
}
