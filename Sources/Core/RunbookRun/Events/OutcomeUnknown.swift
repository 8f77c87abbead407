package import OrderedJSON

/// The attempt's outcome is not known.
package struct OutcomeUnknown: StepEvent {
    /// The name in journals.
    package static let kind = "attempt-lost"

    /// Why, as a phrase.
    package let reason: String
    /// Whether something that is not a read is unanswered.
    package let isDoubtful: Bool

    /// Makes the content.
    package init(reason: String, isDoubtful: Bool) {
        self.reason = reason
        self.isDoubtful = isDoubtful
    }

    /// Reads the content.
    package init?(_ data: JSON) {
        let fields = FieldReader(data)
        self.init(reason: fields.string("reason") ?? "", isDoubtful: fields.bool("doubtful") ?? true)
    }

    /// What is written.
    package var members: JSONObject {
        var fields = FieldWriter()
        fields["reason"] = reason
        fields.set("doubtful", .bool(isDoubtful))
        return fields.object
    }

    /// Applies it where it follows.
    package func apply(to record: inout StepRecord, _ moment: StepMoment) -> Bool {
        guard record.state == .running else { return false }
        record.doubt = reason
        record.begun.formUnion(record.unanswered.map(\.action.place))
        record.state = isDoubtful || !record.unanswered.isEmpty ? .inDoubt : .pending
        return true
    }
}

extension RunEvent {
    /// The attempt's outcome is not known; `isDoubtful` when something that is not a read is unanswered.
    package static func outcomeUnknown(step: String, reason: String, isDoubtful: Bool) -> RunEvent {
        .step(step, OutcomeUnknown(reason: reason, isDoubtful: isDoubtful))
    }
}
