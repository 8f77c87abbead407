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
    /// The requests as they are sent with each try; said with the first.
    package let requests: [ActionRecord]

    /// Makes the content.
    package init(tries: Int, unmet: StepFailure?, response: ResponseRecord?, requests: [ActionRecord] = []) {
        self.requests = requests
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
            response: fields.object("answer").flatMap(ResponseRecord.init),
            requests: fields.objects("requests").compactMap(ActionRecord.init))
    }

    /// What is written.
    package var members: JSONObject {
        var fields = FieldWriter()
        fields.set("tries", .number(JSONNumber(tries)))
        fields.set("unmet", unmet?.json)
        fields.set("answer", response?.json)
        if !requests.isEmpty { fields.set("requests", .array(requests.map(\.json))) }
        return fields.object
    }

    /// Applies it where it follows.
    package func apply(to record: inout StepRecord, _ moment: StepMoment) -> Bool {
        guard record.state == .running else { return false }
        record.tries = tries
        record.failure = unmet
        record.lastResponse = response ?? record.lastResponse
        if !requests.isEmpty { record.polled = requests }
        return true
    }
}

extension RunEvent {
    /// What a wait saw: its first try, its last, and each change; `tries` counts all so far.
    package static func polled(
        step: String, tries: Int, unmet: StepFailure?, response: ResponseRecord?, requests: [ActionRecord] = []
    ) -> RunEvent {
        .step(step, StepPolled(tries: tries, unmet: unmet, response: response, requests: requests))
    }
}
