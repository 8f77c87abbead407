package import OrderedJSON

/// A handler's word on the way.
package struct StepProgress: StepEvent {
    /// The name in journals.
    package static let kind = "step-progress"

    /// The word, masked and cut.
    package let text: String

    /// Makes the content.
    package init(text: String) {
        self.text = text
    }

    /// Reads the content.
    package init?(_ data: JSON) {
        let fields = FieldReader(data)
        self.init(text: fields.string("text") ?? "")
    }

    /// What is written.
    package var members: JSONObject {
        var fields = FieldWriter()
        fields["text"] = text
        return fields.object
    }

    /// Applies it where it follows.
    package func apply(to record: inout StepRecord, _ moment: StepMoment) -> Bool {
        guard record.state == .running else { return false }
        return true
    }
}

extension RunEvent {
    /// A handler's word on the way.
    package static func progress(step: String, text: String) -> RunEvent {
        .step(step, StepProgress(text: text))
    }
}
