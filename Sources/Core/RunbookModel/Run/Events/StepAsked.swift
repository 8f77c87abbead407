public import OrderedJSON

/// A person is asked.
public struct StepAsked: StepEvent {
    /// The name in journals.
    public static let kind = "step-asked"

    /// What is asked.
    public let question: Question

    /// Makes the content.
    public init(question: Question) {
        self.question = question
    }

    /// Reads the content.
    public init?(_ data: JSON) {
        let fields = FieldReader(data)
        guard let question = fields.object("question").flatMap(Question.init) else { return nil }
        self.init(question: question)
    }

    /// What is written.
    public var members: JSONObject {
        var fields = FieldWriter()
        fields.set("question", question.json)
        return fields.object
    }

    /// Applies it where it follows.
    public func apply(to record: inout StepRecord, _ moment: StepMoment) -> Bool {
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
    public static func asked(step: String, question: Question) -> RunEvent {
        .step(step, StepAsked(question: question))
    }
}
