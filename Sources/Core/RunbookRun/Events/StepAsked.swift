package import OrderedJSON
import RunbookModel

/// A person is asked.
package struct StepAsked: StepEvent {
    /// The name in journals.
    package static let kind = "step-asked"

    /// What is asked.
    package let question: Question

    /// Makes the content.
    package init(question: Question) {
        self.question = question
    }

    /// Reads the content.
    package init?(_ data: JSON) {
        let fields = FieldReader(data)
        guard let question = fields.object("question").flatMap(Question.init) else { return nil }
        self.init(question: question)
    }

    /// What is written.
    package var members: JSONObject {
        var fields = FieldWriter()
        fields.set("question", question.json)
        return fields.object
    }

    /// Applies it where it follows.
    package func apply(to record: inout StepRecord, _ moment: StepMoment) -> Bool {
        switch record.state {
        case .pending, .waiting, .passed, .satisfied: break
        case .running: guard record.unanswered.isEmpty else { return false }
        case .failed: guard record.applied != .no else { return false }
        case .skipped, .cancelled, .inDoubt: return false
        }
        record.question = question
        record.asked = moment.time
        record.start(at: moment.time)
        record.state = .waiting
        return true
    }
}

extension RunEvent {
    /// A person is asked.
    package static func asked(step: String, question: Question) -> RunEvent {
        .step(step, StepAsked(question: question))
    }
}
