package import OrderedJSON

/// The step passed.
package struct StepPassed: StepEvent {
    /// The name in journals.
    package static let kind = "step-passed"

    /// The values it gives to others.
    package let values: StepValues
    /// The line that `show=FILTER` asked for.
    package let shown: String?

    /// Makes the content.
    package init(values: StepValues, shown: String? = nil) {
        self.values = values
        self.shown = shown
    }

    /// Reads the content.
    package init?(_ data: JSON) {
        let fields = FieldReader(data)
        self.init(values: StepValues(fields: fields.fields("values")), shown: fields.string("shown"))
    }

    /// What is written.
    package var members: JSONObject {
        var fields = FieldWriter()
        fields.set("values", values.json)
        fields["shown"] = shown
        return fields.object
    }

    /// Applies it where it follows.
    package func apply(to record: inout StepRecord, _ moment: StepMoment) -> Bool {
        // The check of a step by hand may pass while a person works.
        guard record.state == .running || record.state == .waiting && moment.isManual else { return false }
        record.values = values
        record.shown = shown
        record.failure = nil
        record.end(.passed, at: moment.time)
        return true
    }
}

extension RunEvent {
    /// The step passed.
    package static func passed(step: String, values: StepValues, shown: String? = nil) -> RunEvent {
        .step(step, StepPassed(values: values, shown: shown))
    }
}
