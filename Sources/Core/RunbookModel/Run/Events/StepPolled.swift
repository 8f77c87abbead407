public import OrderedJSON

/// What a wait saw: its first try, its last, and each change.
public struct StepPolled: StepEvent {
    /// The name in journals.
    public static let kind = "step-polled"

    /// How many tries there were so far.
    public let tries: Int
    /// What does not hold; nil when all does.
    public let unmet: StepFailure?
    /// The last response.
    public let response: ResponseRecord?

    /// Makes the content.
    public init(tries: Int, unmet: StepFailure?, response: ResponseRecord?) {
        self.tries = tries
        self.unmet = unmet
        self.response = response
    }

    /// Reads the content.
    public init?(_ data: JSON) {
        let fields = FieldReader(data)
        guard let tries = fields.int("tries") else { return nil }
        self.init(
            tries: tries, unmet: fields.object("unmet").flatMap(StepFailure.init),
            response: fields.object("answer").flatMap(ResponseRecord.init))
    }

    /// What is written.
    public var members: JSONObject {
        var fields = FieldWriter()
        fields.set("tries", .number(JSONNumber(tries)))
        fields.set("unmet", unmet?.json)
        fields.set("answer", response?.json)
        return fields.object
    }

    /// Applies it where it follows.
    public func apply(to record: inout StepRecord, _ moment: StepMoment) -> Bool {
        guard record.state == .running else { return false }
        record.tries = tries
        record.failure = unmet
        record.lastResponse = response ?? record.lastResponse
        return true
    }
}

extension RunEvent {
    /// What a wait saw: its first try, its last, and each change; `tries` counts all so far.
    public static func polled(
        step: String, tries: Int, unmet: StepFailure?, response: ResponseRecord?
    ) -> RunEvent {
        .step(step, StepPolled(tries: tries, unmet: unmet, response: response))
    }
}
