public import OrderedJSON

/// The step was left out.
public struct StepSkipped: StepEvent {
    /// The name in journals.
    public static let kind = "step-skipped"

    /// Why.
    public let reason: SkipReason
    /// What decided it.
    public let detail: String

    /// Makes the content.
    public init(reason: SkipReason, detail: String) {
        self.reason = reason
        self.detail = detail
    }

    /// Reads the content.
    public init?(_ data: JSON) {
        let fields = FieldReader(data)
        guard let reason = fields.string("reason").flatMap(SkipReason.init) else { return nil }
        self.init(reason: reason, detail: fields.string("detail") ?? "")
    }

    /// What is written.
    public var members: JSONObject {
        var fields = FieldWriter()
        fields["reason"] = reason.rawValue
        fields["detail"] = detail
        return fields.object
    }

    /// Applies it where it follows.
    public func apply(to record: inout StepRecord, _ moment: StepMoment) -> Bool {
        guard record.isOpen else { return false }
        record.skipped = Skip(reason: reason, detail: detail)
        record.end(.skipped, at: moment.time)
        return true
    }
}

extension RunEvent {
    /// The step was left out; the detail names what decided it.
    public static func skipped(step: String, reason: SkipReason, detail: String) -> RunEvent {
        .step(step, StepSkipped(reason: reason, detail: detail))
    }
}
