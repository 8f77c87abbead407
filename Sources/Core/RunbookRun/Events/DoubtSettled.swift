package import OrderedJSON

/// A doubt about a request was settled.
package struct DoubtSettled: StepEvent {
    /// The name in journals.
    package static let kind = "step-settled"
    /// Who settles it where the request is made again, under a token that has it act only once.
    package static let token = "token"
    /// Who settled it in journals of earlier versions, where the DELETE of an undo was sent again.
    package static let removal = "removal"
    /// Who settles it by looking at the target.
    package static let check = "check"

    /// Whether the request took effect; of one that is sent again nothing is known yet, and it is false.
    package let applied: Bool
    /// `check`, `token`, `removal` or a person's name.
    package let by: String
    /// The steps whose checks told, when `by` is `check`.
    package let checks: [String]
    /// Which request; nil in a journal before 0.2, where it was the whole step.
    package let place: ActionPlace?

    /// Whether the request is sent again, so that whether it took effect need not be known.
    package var isRepeated: Bool { by == DoubtSettled.token || by == DoubtSettled.removal }

    /// Makes the content.
    package init(applied: Bool, by: String, checks: [String] = [], place: ActionPlace?) {
        self.applied = applied
        self.by = by
        self.checks = checks
        self.place = place
    }

    /// Reads the content.
    package init?(_ data: JSON) {
        let fields = FieldReader(data)
        guard let applied = fields.bool("applied") else { return nil }
        self.init(
            applied: applied, by: fields.string("by") ?? "", checks: fields.strings("checks"),
            place: ActionPlace(fields))
    }

    /// What is written.
    package var members: JSONObject {
        var fields = FieldWriter()
        fields.set("applied", .bool(applied))
        fields["by"] = by
        if !checks.isEmpty { fields.set("checks", .array(checks.map(JSON.string))) }
        place?.write(into: &fields)
        return fields.object
    }

    /// Applies it where it follows.
    package func apply(to record: inout StepRecord, _ moment: StepMoment) -> Bool {
        guard record.state == .inDoubt else { return false }
        guard let place else {
            for index in record.exchanges.indices where record.exchanges[index].isUnanswered {
                record.exchanges[index].settled = applied
                if !applied { record.begun.remove(record.exchanges[index].action.place) }
            }
            // What was done ended the step.
            if applied { record.end(.passed, at: moment.time) } else { record.setBack() }
            return true
        }
        guard let index = record.exchanges.lastIndex(where: { $0.action.place == place && $0.isUnanswered }) else {
            return false
        }
        if isRepeated {
            record.exchanges[index].isRepeated = true
        } else {
            record.exchanges[index].isRepeated = false
            record.exchanges[index].settled = applied
            if !applied { record.begun.remove(place) }
        }
        // The step continues when nothing else is in doubt.
        if record.unanswered.allSatisfy(\.isRepeated) { record.setBack() }
        return true
    }
}

extension RunEvent {
    /// A doubt about a request was settled; `by` is `check`, `token`, `removal` or a person's name.
    package static func settled(
        step: String, applied: Bool, by: String, checks: [String] = [], place: ActionPlace?
    ) -> RunEvent {
        .step(step, DoubtSettled(applied: applied, by: by, checks: checks, place: place))
    }
}
