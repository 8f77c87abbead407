public import OrderedJSON

/// An answer came for something that is not asked any more.
public struct AnswerVoid: StepEvent {
    /// The name in journals.
    public static let kind = "answer-void"

    /// The digest of what was shown to the person.
    public let digest: String
    /// Who it was.
    public let by: String

    /// Makes the content.
    public init(digest: String, by: String) {
        self.digest = digest
        self.by = by
    }

    /// Reads the content.
    public init?(_ data: JSON) {
        let fields = FieldReader(data)
        self.init(digest: fields.string("digest") ?? "", by: fields.string("by") ?? "")
    }

    /// What is written.
    public var members: JSONObject {
        var fields = FieldWriter()
        fields["digest"] = digest
        fields["by"] = by
        return fields.object
    }

    /// Applies it where it follows.
    public func apply(to record: inout StepRecord, _ moment: StepMoment) -> Bool {
        true
    }
}

extension RunEvent {
    /// An answer came for something that is not asked any more.
    public static func answerVoid(step: String, digest: String, by: String) -> RunEvent {
        .step(step, AnswerVoid(digest: digest, by: by))
    }
}
