public import OrderedJSON

/// The step's check held, so nothing was sent.
public struct StepSatisfied: StepEvent {
    /// The name in journals.
    public static let kind = "step-satisfied"

    /// The identity of the check.
    public let check: String
    /// The values that the check gives in its place.
    public let values: StepValues
    /// The last response to the check.
    public let response: ResponseRecord?

    /// Makes the content.
    public init(check: String, values: StepValues, response: ResponseRecord?) {
        self.check = check
        self.values = values
        self.response = response
    }

    /// Reads the content.
    public init?(_ data: JSON) {
        let fields = FieldReader(data)
        self.init(
            check: fields.string("check") ?? "", values: StepValues(fields: fields.fields("values")),
            response: fields.object("answer").flatMap(ResponseRecord.init))
    }

    /// What is written.
    public var members: JSONObject {
        var fields = FieldWriter()
        fields["check"] = check
        fields.set("values", values.json)
        fields.set("answer", response?.json)
        return fields.object
    }

    /// Applies it where it follows.
    public func apply(to record: inout StepRecord, _ moment: StepMoment) -> Bool {
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
    public static func satisfied(step: String, check: String, values: StepValues, response: ResponseRecord?) -> RunEvent
    {
        .step(step, StepSatisfied(check: check, values: values, response: response))
    }
}
