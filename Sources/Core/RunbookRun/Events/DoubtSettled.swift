package import OrderedJSON

/// A doubt about a request was settled.
package struct DoubtSettled: StepEvent {
    /// The name in journals.
    package static let kind = "step-settled"
    /// Who settles it where the request is made again, under a token that has it act only once.
    package static let token = "token"

    /// Whether the request took effect.
    package let applied: Bool
    /// `check`, `token` or a person's name.
    package let by: String
    /// Which request; nil in a journal before 0.2, where it was the whole step.
    package let place: ActionPlace?

    /// Makes the content.
    package init(applied: Bool, by: String, place: ActionPlace?) {
        self.applied = applied
        self.by = by
        self.place = place
    }

    /// Reads the content.
    package init?(_ data: JSON) {
        let fields = FieldReader(data)
        guard let applied = fields.bool("applied") else { return nil }
        self.init(applied: applied, by: fields.string("by") ?? "", place: ActionPlace(fields))
    }

    /// What is written.
    package var members: JSONObject {
        var fields = FieldWriter()
        fields.set("applied", .bool(applied))
        fields["by"] = by
        place?.write(into: &fields)
        return fields.object
    }

    /// Applies it where it follows.
    package func apply(to record: inout StepRecord, _ moment: StepMoment) -> Bool {
        guard record.state == .inDoubt else { return false }
        guard let place else {
            for index in record.exchanges.indices where record.exchanges[index].isUnanswered {
                record.exchanges[index].settled = applied
            }
            // What was done ended the step.
            if applied { record.end(.passed, at: moment.time) } else { record.setBack() }
            return true
        }
        guard let index = record.exchanges.lastIndex(where: { $0.action.place == place && $0.isUnanswered }) else {
            return false
        }
        record.exchanges[index].settled = applied
        // The step goes on when nothing else is in doubt.
        if record.unanswered.isEmpty { record.setBack() }
        return true
    }
}

extension RunEvent {
    /// A doubt about a request was settled; `by` is `check`, `token` or a person's name.
    package static func settled(step: String, applied: Bool, by: String, place: ActionPlace?) -> RunEvent {
        .step(step, DoubtSettled(applied: applied, by: by, place: place))
    }
}
