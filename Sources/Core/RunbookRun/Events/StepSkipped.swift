package import OrderedJSON

/// The step was left out.
package struct StepSkipped: StepEvent {
    /// The name in journals.
    package static let kind = "step-skipped"

    /// Why.
    package let reason: SkipReason
    /// What decided it.
    package let detail: String

    /// Makes the content.
    package init(reason: SkipReason, detail: String) {
        self.reason = reason
        self.detail = detail
    }

    /// Reads the content.
    package init?(_ data: JSON) {
        let fields = FieldReader(data)
        guard let reason = fields.string("reason").flatMap(SkipReason.init) else { return nil }
        self.init(reason: reason, detail: fields.string("detail") ?? "")
    }

    /// What is written.
    package var members: JSONObject {
        var fields = FieldWriter()
        fields["reason"] = reason.rawValue
        fields["detail"] = detail
        return fields.object
    }

    /// Applies it where it follows.
    package func apply(to record: inout StepRecord, _ moment: StepMoment) -> Bool {
        guard record.isOpen else { return false }
        record.skipped = Skip(reason: reason, detail: detail)
        record.end(.skipped, at: moment.time)
        return true
    }
}

extension RunEvent {
    /// The step was left out; the detail names what decided it.
    package static func skipped(step: String, reason: SkipReason, detail: String) -> RunEvent {
        .step(step, StepSkipped(reason: reason, detail: detail))
    }
}
