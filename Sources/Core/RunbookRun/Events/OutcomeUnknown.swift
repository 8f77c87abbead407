package import OrderedJSON

/// The attempt's outcome is not known.
package struct OutcomeUnknown: StepEvent {
    /// The name in journals.
    package static let kind = "attempt-lost"

    /// Why, as a phrase.
    package let reason: String
    /// Whether something that is not a read is unanswered.
    package let isDoubtful: Bool
    /// What came back instead of the response, such as the body of a gateway's 502, or what a command wrote so far.
    package let response: ResponseRecord?

    /// Makes the content.
    package init(reason: String, isDoubtful: Bool, response: ResponseRecord? = nil) {
        self.response = response
        self.reason = reason
        self.isDoubtful = isDoubtful
    }

    /// Reads the content.
    package init?(_ data: JSON) {
        let fields = FieldReader(data)
        self.init(
            reason: fields.string("reason") ?? "", isDoubtful: fields.bool("doubtful") ?? true,
            response: fields.object("answer").flatMap(ResponseRecord.init))
    }

    /// What is written.
    package var members: JSONObject {
        var fields = FieldWriter()
        fields["reason"] = reason
        fields.set("doubtful", .bool(isDoubtful))
        fields.set("answer", response?.json)
        return fields.object
    }

    /// Applies it where it follows.
    package func apply(to record: inout StepRecord, _ moment: StepMoment) -> Bool {
        guard record.state == .running else { return false }
        record.doubt = reason
        record.doubtSince = moment.time
        record.begun.formUnion(record.unanswered.map(\.action.place))
        if let response, let last = record.exchanges.indices.last { record.exchanges[last].notice = response }
        record.state = isDoubtful || !record.unanswered.isEmpty ? .inDoubt : .pending
        return true
    }
}

extension RunEvent {
    /// The attempt's outcome is not known; `isDoubtful` when something that is not a read is unanswered.
    package static func outcomeUnknown(
        step: String, reason: String, isDoubtful: Bool, response: ResponseRecord? = nil
    ) -> RunEvent {
        .step(step, OutcomeUnknown(reason: reason, isDoubtful: isDoubtful, response: response))
    }
}
