package import OrderedJSON
package import RunbookModel

/// An attempt began.
package struct AttemptStarted: StepEvent {
    /// The name in journals.
    package static let kind = "attempt-started"

    /// Which one, from 1.
    package let attempt: Int
    /// What was there before of what its requests make, where the handler could tell.
    package let before: [ActionPlace: Before]
    /// The targets on which the checks that may settle a doubt about it did not hold before; of a target without a name
    /// the empty text.
    package let unmetBefore: [String]
    /// The step's title with the values that are known now; nil where it says what the outline says.
    package let title: String?
    /// How long before it the step was looked at: its check may have taken its time, and ended it.
    package let looked: Duration?

    /// Makes the content.
    package init(
        attempt: Int, before: [ActionPlace: Before] = [:], unmetBefore: [String] = [], title: String? = nil,
        looked: Duration? = nil
    ) {
        self.before = before
        self.unmetBefore = unmetBefore
        self.attempt = attempt
        self.title = title
        self.looked = looked
    }

    /// Reads the content.
    package init?(_ data: JSON) {
        let fields = FieldReader(data)
        guard let attempt = fields.int("attempt") else { return nil }
        self.init(
            attempt: attempt, before: [ActionPlace: Before](fields.objects("before")),
            unmetBefore: fields.strings("unmet_before"), title: fields.string("title"),
            looked: fields.milliseconds("looked_ms"))
    }

    /// What is written.
    package var members: JSONObject {
        var fields = FieldWriter()
        fields.set("attempt", .number(JSONNumber(attempt)))
        fields.set("before", before.json)
        if !unmetBefore.isEmpty { fields.set("unmet_before", .array(unmetBefore.map { .string($0) })) }
        fields["title"] = title
        fields.set("looked_ms", looked.map { .number(JSONNumber($0.inMilliseconds)) })
        return fields.object
    }

    /// Applies it where it follows.
    package func apply(to record: inout StepRecord, _ moment: StepMoment) -> Bool {
        guard record.isOpen else { return false }
        let began = Timestamp(milliseconds: moment.time.milliseconds - (looked ?? .zero).inMilliseconds)
        record.start(at: began)
        record.attemptStarted = began
        record.title = title ?? record.title
        record.attempts = attempt
        // What this run has asked for is not what was there before.
        record.before.merge(before.filter { !record.begun.contains($0.key) }) { $1 }
        record.unmetBefore = Set(unmetBefore)
        record.processes = [:]
        // Behind what acted and is done before the last attempt was cut short, else again.
        if record.goesOn {
            record.exchanges.removeAll { !$0.isDone && !$0.isRepeated }
        } else {
            record.forgetExchanges()
        }
        if let failure = record.failure { record.earlierFailures.append(failure) }
        record.failure = nil
        record.findings = []
        record.applied = nil
        record.state = .running
        return true
    }
}

extension RunEvent {
    /// An attempt began.
    package static func attemptStarted(
        step: String, attempt: Int, before: [ActionPlace: Before] = [:], unmetBefore: [String] = [],
        title: String? = nil, looked: Duration? = nil
    ) -> RunEvent {
        .step(
            step,
            AttemptStarted(
                attempt: attempt, before: before, unmetBefore: unmetBefore, title: title, looked: looked))
    }
}
