package import OrderedJSON

/// An answer came for something that is not asked any more.
package struct AnswerVoid: StepEvent {
    /// The name in journals.
    package static let kind = "answer-void"

    /// The digest of what was shown to the person.
    package let digest: String
    /// Who it was.
    package let by: String
    /// Whether it, or what it was to, was too old.
    package let isTooOld: Bool

    /// Makes the content.
    package init(digest: String, by: String, isTooOld: Bool = false) {
        self.isTooOld = isTooOld
        self.digest = digest
        self.by = by
    }

    /// Reads the content.
    package init?(_ data: JSON) {
        let fields = FieldReader(data)
        self.init(
            digest: fields.string("digest") ?? "", by: fields.string("by") ?? "",
            isTooOld: fields.bool("expired") ?? false)
    }

    /// What is written.
    package var members: JSONObject {
        var fields = FieldWriter()
        fields["digest"] = digest
        fields["by"] = by
        if isTooOld { fields.set("expired", true) }
        return fields.object
    }

    /// Applies it where it follows.
    package func apply(to record: inout StepRecord, _ moment: StepMoment) -> Bool {
        true
    }
}

extension RunEvent {
    /// An answer came for something that is not asked any more.
    package static func answerVoid(step: String, digest: String, by: String, isTooOld: Bool = false) -> RunEvent {
        .step(step, AnswerVoid(digest: digest, by: by, isTooOld: isTooOld))
    }
}
