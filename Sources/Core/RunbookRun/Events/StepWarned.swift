package import OrderedJSON

/// What a target warned of, though nothing is wrong with its response.
package struct StepWarned: StepEvent {
    /// The name in journals.
    package static let kind = "step-warned"

    /// The warning, masked and cut.
    package let text: String

    /// Makes the content.
    package init(text: String) {
        self.text = text
    }

    /// Reads the content.
    package init?(_ data: JSON) {
        let fields = FieldReader(data)
        guard let text = fields.string("text") else { return nil }
        self.init(text: text)
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
        if !record.warnings.contains(text), record.warnings.count < StepRecord.mostWarnings {
            record.warnings.append(text)
        }
        return true
    }
}

extension RunEvent {
    /// What a target warned of, though nothing is wrong with its response.
    package static func warned(step: String, text: String) -> RunEvent { .step(step, StepWarned(text: text)) }
}
