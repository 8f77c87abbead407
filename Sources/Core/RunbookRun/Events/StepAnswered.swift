package import OrderedJSON

/// A person answered.
package struct StepAnswered: StepEvent {
    /// The name in journals.
    package static let kind = "step-answered"

    /// What was said.
    package let answer: PersonAnswer
    /// The digest of what was shown.
    package let digest: String
    /// Who it was.
    package let by: String
    /// How it came: `terminal`, `confirm`, `--yes`.
    package let via: String
    /// The value that a parameter gets.
    package let value: JSON?
    /// What was said beside it.
    package let remark: Remark?

    /// Makes the content.
    package init(
        answer: PersonAnswer, digest: String, by: String, via: String, value: JSON? = nil, remark: Remark? = nil
    ) {
        self.value = value
        self.remark = remark
        self.answer = answer
        self.digest = digest
        self.by = by
        self.via = via
    }

    /// Reads the content.
    package init?(_ data: JSON) {
        let fields = FieldReader(data)
        guard let name = fields.string("answer"),
            let answer = PersonAnswer(name: name, reason: fields.string("reason") ?? "")
        else { return nil }
        self.init(
            answer: answer, digest: fields.string("digest") ?? "", by: fields.string("by") ?? "",
            via: fields.string("via") ?? "", value: fields.value("value"),
            remark: fields.value("remark").flatMap(Remark.init))
    }

    /// What is written.
    package var members: JSONObject {
        var fields = FieldWriter()
        fields["answer"] = answer.name
        fields["reason"] = answer.reason
        fields.set("value", value)
        fields["digest"] = digest
        fields["by"] = by
        fields["via"] = via
        fields.set("remark", remark?.json)
        return fields.object
    }

    /// Applies it where it follows.
    package func apply(to record: inout StepRecord, _ moment: StepMoment) -> Bool {
        guard record.state == .waiting, let question = record.question, question.digest == digest else { return false }
        record.answers.append(RecordedAnswer(answer: answer, by: by, via: via, at: moment.time, remark: remark))
        switch answer {
        case .accept where question.kinds.contains(.failed):
            if let failure = record.failure { record.earlierFailures.append(failure) }
            record.failure = nil
            record.end(.passed, at: moment.time)
        case .again where question.kinds.contains(.failed): record.setBackAnew()
        // What a yes would mean to it is not known.
        case .go where question.kinds.contains(.failed): break
        case .go where moment.isManual || question.kinds.contains(.accept): record.end(.passed, at: moment.time)
        case .go where question.kinds.contains(.repeat): record.setBackAnew()
        case .go:
            record.agreed = digest
            record.state = .pending
        // Nothing of the list is done then; it may be asked about again.
        case .skip where question.kinds.contains(.undo): record.state = .pending
        case .skip(let reason):
            record.skipped = Skip(reason: .person, detail: reason)
            record.end(.skipped, at: moment.time)
        case .abort where question.kinds.contains(.repeat): record.state = record.stateWhenDone
        case .abort: record.state = record.applied == nil ? .pending : .failed
        case .set:
            guard let value, let name = question.parameter else { return false }
            record.values.captures[name] = value
            // Of a step that was done before it keeps its end, and what it was.
            if question.kinds.contains(.repeat) {
                record.state = record.stateWhenDone
            } else {
                record.end(.passed, at: moment.time)
            }
        // They settle a doubt, or a failure; to another question they are not an answer.
        case .applied, .notApplied, .accept, .again: break
        }
        return true
    }

    /// An abort stops the run.
    package var phase: RunPhase? { answer == .abort ? .aborted : nil }
}

extension RunEvent {
    /// A person answered; `by` names them, `via` how: `terminal`, `confirm`, `--yes`.
    package static func answered(
        step: String, answer: PersonAnswer, digest: String, by: String, via: String, value: JSON? = nil,
        remark: Remark? = nil
    ) -> RunEvent {
        .step(
            step, StepAnswered(answer: answer, digest: digest, by: by, via: via, value: value, remark: remark))
    }
}
