package import OrderedJSON

/// A request is about to be sent; durable before the send when it is not a read.
package struct ActionSent: StepEvent {
    /// The name in journals.
    package static let kind = "action-sent"

    /// What is asked.
    package let action: ActionRecord

    /// Makes the content.
    package init(action: ActionRecord) {
        self.action = action
    }

    /// Reads the content.
    package init?(_ data: JSON) {
        let fields = FieldReader(data)
        guard let action = fields.object("action").flatMap(ActionRecord.init) else { return nil }
        self.init(action: action)
    }

    /// What is written.
    package var members: JSONObject {
        var fields = FieldWriter()
        fields.set("action", action.json)
        return fields.object
    }

    /// Applies it where it follows.
    package func apply(to record: inout StepRecord, _ moment: StepMoment) -> Bool {
        guard record.state == .running else { return false }
        // What is sent again under its token was the last that was sent; looking at all would make each event cost as much
        // as the step has requests.
        if let last = record.exchanges.last, last.isRepeated, last.action.place == action.place {
            record.exchanges[record.exchanges.count - 1].isRefused = false
            return true
        }
        if let last = record.exchanges.last, last.isRefused, last.action.place == action.place {
            record.exchanges.removeLast()
        }
        record.exchanges.append(Exchange(action: action, sent: moment.time))
        return true
    }
}

extension RunEvent {
    /// A request is about to be sent; durable before the send when it is not a read.
    package static func actionSent(step: String, action: ActionRecord) -> RunEvent {
        .step(step, ActionSent(action: action))
    }
}
