public import OrderedJSON

/// A handler's word on the way.
public struct StepProgress: StepEvent {
    /// The name in journals.
    public static let kind = "step-progress"

    /// The word, masked and cut.
    public let text: String

    /// Makes the content.
    public init(text: String) {
        self.text = text
    }

    /// Reads the content.
    public init?(_ data: JSON) {
        let fields = FieldReader(data)
        self.init(text: fields.string("text") ?? "")
    }

    /// What is written.
    public var members: JSONObject {
        var fields = FieldWriter()
        fields["text"] = text
        return fields.object
    }

    /// Applies it where it follows.
    public func apply(to record: inout StepRecord, _ moment: StepMoment) -> Bool {
        guard record.state == .running else { return false }
        return true
    }
}

extension RunEvent {
    /// A handler's word on the way.
    public static func progress(step: String, text: String) -> RunEvent {
        .step(step, StepProgress(text: text))
    }
}
