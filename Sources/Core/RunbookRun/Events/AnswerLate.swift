package import OrderedJSON

/// An answer came when somebody had answered before; it changes nothing.
package struct AnswerLate: StepEvent {
    /// The name in journals.
    package static let kind = "answer-late"

    /// What was said, by whom, how and when.
    package let answer: RecordedAnswer
    /// The digest of what was shown.
    package let digest: String

    /// Makes the content.
    package init(answer: RecordedAnswer, digest: String) {
        self.answer = answer
        self.digest = digest
    }

    /// Reads the content.
    package init?(_ data: JSON) {
        let fields = FieldReader(data)
        guard let name = fields.string("answer"), let given = fields.int("given"),
            let answer = PersonAnswer(name: name, reason: fields.string("reason") ?? "")
        else { return nil }
        self.init(
            answer: RecordedAnswer(
                answer: answer, by: fields.string("by") ?? "", via: fields.string("via") ?? "",
                at: Timestamp(milliseconds: given)),
            digest: fields.string("digest") ?? "")
    }

    /// What is written.
    package var members: JSONObject {
        var fields = FieldWriter()
        fields["answer"] = answer.answer.name
        fields["reason"] = answer.answer.reason
        fields["digest"] = digest
        fields["by"] = answer.by
        fields["via"] = answer.via
        fields.set("given", .number(JSONNumber(answer.at.milliseconds)))
        return fields.object
    }

    /// Applies it, wherever the step is.
    package func apply(to record: inout StepRecord, _ moment: StepMoment) -> Bool {
        record.lateAnswers.append(answer)
        return true
    }
}

extension RunEvent {
    /// An answer came when somebody had answered before.
    package static func answerLate(_ late: DeliveredAnswer) -> RunEvent {
        .step(
            late.step,
            AnswerLate(
                answer: RecordedAnswer(answer: late.answer, by: late.by, via: late.via, at: late.at),
                digest: late.digest))
    }
}
