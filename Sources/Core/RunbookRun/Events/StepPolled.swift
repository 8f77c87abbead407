package import OrderedJSON

/// What a wait saw: its first try, its last, and each change.
package struct StepPolled: StepEvent {
    /// The name in journals.
    package static let kind = "step-polled"

    /// How many tries there were so far.
    package let tries: Int
    /// What does not hold; nil when all does.
    package let unmet: StepFailure?
    /// The last response.
    package let response: ResponseRecord?

    /// Makes the content.
    package init(tries: Int, unmet: StepFailure?, response: ResponseRecord?) {
        self.tries = tries
        self.unmet = unmet
        self.response = response
    }

    /// Reads the content.
    package init?(_ data: JSON) {
        let fields = FieldReader(data)
        guard let tries = fields.int("tries") else { return nil }
        self.init(
            tries: tries, unmet: fields.object("unmet").flatMap(StepFailure.init),
            response: fields.object("answer").flatMap(ResponseRecord.init))
    }

    /// What is written.
    package var members: JSONObject {
        var fields = FieldWriter()
        fields.set("tries", .number(JSONNumber(tries)))
        fields.set("unmet", unmet?.json)
        fields.set("answer", response?.json)
        return fields.object
    }

    /// Applies it where it follows.
    package func apply(to record: inout StepRecord, _ moment: StepMoment) -> Bool {
        guard record.state == .running else { return false }
        record.tries = tries
        record.failure = unmet
        record.lastResponse = response ?? record.lastResponse
        return true
    }
}

extension RunEvent {
    /// What a wait saw: its first try, its last, and each change; `tries` counts all so far.
    package static func polled(
        step: String, tries: Int, unmet: StepFailure?, response: ResponseRecord?
    ) -> RunEvent {
        .step(step, StepPolled(tries: tries, unmet: unmet, response: response))
    }
}
