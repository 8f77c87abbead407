package import OrderedJSON
package import RunbookModel

/// The step did not pass.
package struct StepFailed: StepEvent {
    /// The name in journals.
    package static let kind = "step-failed"

    /// Why.
    package let failure: StepFailure
    /// Whether it changed its target.
    package let applied: Applied
    /// The response that decided.
    package let response: ResponseRecord?

    /// Makes the content.
    package init(failure: StepFailure, applied: Applied, response: ResponseRecord?) {
        self.failure = failure
        self.applied = applied
        self.response = response
    }

    /// Reads the content.
    package init?(_ data: JSON) {
        let fields = FieldReader(data)
        guard let failure = fields.object("failure").flatMap(StepFailure.init),
            let applied = fields.string("applied").flatMap(Applied.init)
        else { return nil }
        self.init(
            failure: failure, applied: applied, response: fields.object("answer").flatMap(ResponseRecord.init))
    }

    /// What is written.
    package var members: JSONObject {
        var fields = FieldWriter()
        fields.set("failure", failure.json)
        fields["applied"] = applied.rawValue
        fields.set("answer", response?.json)
        return fields.object
    }

    /// Applies it where it follows.
    package func apply(to record: inout StepRecord, _ moment: StepMoment) -> Bool {
        guard record.state == .running else { return false }
        record.failure = failure
        record.applied = applied
        record.lastResponse = response ?? record.lastResponse
        record.end(.failed, at: moment.time)
        return true
    }
}

extension RunEvent {
    /// The step did not pass.
    package static func failed(
        step: String, failure: StepFailure, applied: Applied, response: ResponseRecord?
    ) -> RunEvent {
        .step(step, StepFailed(failure: failure, applied: applied, response: response))
    }
}
