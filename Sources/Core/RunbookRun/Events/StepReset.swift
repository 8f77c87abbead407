package import OrderedJSON
import RunbookModel

/// The step is set back to be done again.
package struct StepReset: StepEvent {
    /// The name in journals.
    package static let kind = "step-reset"

    /// `resume`, or a person.
    package let by: String

    /// Makes the content.
    package init(by: String) {
        self.by = by
    }

    /// Reads the content.
    package init?(_ data: JSON) {
        let fields = FieldReader(data)
        self.init(by: fields.string("by") ?? "")
    }

    /// What is written.
    package var members: JSONObject {
        var fields = FieldWriter()
        fields["by"] = by
        return fields.object
    }

    /// Applies it where it follows.
    package func apply(to record: inout StepRecord, _ moment: StepMoment) -> Bool {
        switch record.state {
        case .cancelled: record.setBack()
        case .failed where record.applied == .no: record.setBack()
        case .passed, .satisfied: record.setBackAnew()
        case .pending, .waiting, .running, .skipped, .failed, .inDoubt: return false
        }
        return true
    }
}

extension RunEvent {
    /// The step is set back to be done again.
    package static func reset(step: String, by: String) -> RunEvent {
        .step(step, StepReset(by: by))
    }
}
