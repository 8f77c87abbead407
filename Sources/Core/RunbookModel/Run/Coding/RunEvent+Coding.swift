public import OrderedJSON

// The names written here are a promise: journals are read for ever. They are written by hand so that renaming a case or
// a member in the source cannot change them.
extension RunEvent {
    /// The version of the journal's format.
    public static let formatVersion = 1

    /// The stable name of the kind.
    public var kind: String {
        switch self {
        case .started: "run-started"
        case .resumed: "run-resumed"
        case .skipped: "step-skipped"
        case .satisfied: "step-satisfied"
        case .asked: "step-asked"
        case .answered: "step-answered"
        case .answerVoid: "answer-void"
        case .attemptStarted: "attempt-started"
        case .actionSent: "action-sent"
        case .actionResponded: "action-answered"
        case .actionRefused: "action-refused"
        case .polled: "step-polled"
        case .progress: "step-progress"
        case .passed: "step-passed"
        case .failed: "step-failed"
        case .outcomeUnknown: "attempt-lost"
        case .stopped: "step-stopped"
        case .settled: "step-settled"
        case .reset: "step-reset"
        case .finished: "run-finished"
        case .unknown(let kind, _): kind
        }
    }

    /// The step it is about.
    public var step: String? {
        switch self {
        case .started, .resumed, .finished: nil
        case .skipped(let step, _, _), .satisfied(let step, _, _, _), .asked(let step, _),
            .answered(let step, _, _, _, _), .answerVoid(let step, _, _), .attemptStarted(let step, _),
            .actionSent(let step, _), .actionResponded(let step, _, _, _), .actionRefused(let step, _, _, _),
            .polled(let step, _, _, _), .progress(let step, _), .passed(let step, _), .failed(let step, _, _, _),
            .outcomeUnknown(let step, _, _), .stopped(let step), .settled(let step, _, _, _), .reset(let step, _):
            step
        case .unknown(_, let data): data["step"]?.string
        }
    }

    /// The content.
    public var data: JSON {
        var fields = FieldWriter()
        switch self {
        case .started(let start): return start.json
        case .resumed(let user, let host):
            fields["user"] = user
            fields["host"] = host
        case .skipped(let step, let reason, let detail):
            fields["step"] = step
            fields["reason"] = reason.rawValue
            fields["detail"] = detail
        case .satisfied(let step, let check, let values, let response):
            fields["step"] = step
            fields["check"] = check
            fields.set("values", values.json)
            fields.set("answer", response?.json)
        case .asked(let step, let question):
            fields["step"] = step
            fields.set("question", question.json)
        case .answered(let step, let answer, let digest, let by, let via):
            fields["step"] = step
            fields["answer"] = answer.name
            if case .skip(let reason) = answer { fields["reason"] = reason }
            fields["digest"] = digest
            fields["by"] = by
            fields["via"] = via
        case .answerVoid(let step, let digest, let by):
            fields["step"] = step
            fields["digest"] = digest
            fields["by"] = by
        case .attemptStarted(let step, let attempt):
            fields["step"] = step
            fields.set("attempt", .number(JSONNumber(attempt)))
        case .actionSent(let step, let action):
            fields["step"] = step
            fields.set("action", action.json)
        case .actionResponded(let step, let target, let index, let response):
            fields["step"] = step
            fields["target"] = target
            fields.set("index", .number(JSONNumber(index)))
            fields.set("answer", response.json)
        case .actionRefused(let step, let target, let index, let reason):
            fields["step"] = step
            fields["target"] = target
            fields.set("index", .number(JSONNumber(index)))
            fields["reason"] = reason
        case .polled(let step, let tries, let unmet, let response):
            fields["step"] = step
            fields.set("tries", .number(JSONNumber(tries)))
            fields.set("unmet", unmet?.json)
            fields.set("answer", response?.json)
        case .progress(let step, let text):
            fields["step"] = step
            fields["text"] = text
        case .passed(let step, let values):
            fields["step"] = step
            fields.set("values", values.json)
        case .failed(let step, let failure, let applied, let response):
            fields["step"] = step
            fields.set("failure", failure.json)
            fields["applied"] = applied.rawValue
            fields.set("answer", response?.json)
        case .outcomeUnknown(let step, let reason, let isDoubtful):
            fields["step"] = step
            fields["reason"] = reason
            fields.set("doubtful", .bool(isDoubtful))
        case .stopped(let step): fields["step"] = step
        case .settled(let step, let applied, let by, let place):
            fields["step"] = step
            fields.set("applied", .bool(applied))
            fields["by"] = by
            fields["target"] = place?.target
            fields.set("index", place.map { .number(JSONNumber($0.index)) })
        case .reset(let step, let by):
            fields["step"] = step
            fields["by"] = by
        case .finished(let phase, let signal):
            fields["state"] = phase.rawValue
            fields.set("signal", signal.map { .number(JSONNumber($0)) })
        case .unknown(_, let data): return data
        }
        return fields.json
    }

    /// Reads an event; a kind that is not known, or content that does not fit it, is kept as `unknown`.
    public init(kind: String, data: JSON) {
        self = RunEvent.decoded(kind: kind, fields: FieldReader(data)) ?? .unknown(kind: kind, data: data)
    }

    private static func decoded(kind: String, fields: FieldReader) -> RunEvent? {
        switch kind {
        case "run-started": RunStart(fields: fields).map { .started($0) }
        case "run-resumed":
            fields.string("user").flatMap { user in
                fields.string("host").map { .resumed(user: user, host: $0) }
            }
        case "run-finished":
            fields.string("state").flatMap(RunPhase.init).map { .finished(phase: $0, signal: fields.int("signal")) }
        default: fields.string("step").flatMap { decoded(kind: kind, step: $0, fields: fields) }
        }
    }

    private static func decoded(kind: String, step: String, fields: FieldReader) -> RunEvent? {
        switch kind {
        case "step-skipped":
            guard let reason = fields.string("reason").flatMap(SkipReason.init) else { return nil }
            return .skipped(step: step, reason: reason, detail: fields.string("detail") ?? "")
        case "step-satisfied":
            return .satisfied(
                step: step, check: fields.string("check") ?? "", values: StepValues(fields: fields.fields("values")),
                response: fields.object("answer").flatMap(ResponseRecord.init))
        case "step-asked":
            guard let question = fields.object("question").flatMap(Question.init) else { return nil }
            return .asked(step: step, question: question)
        case "step-answered":
            guard let name = fields.string("answer"),
                let answer = PersonAnswer(name: name, reason: fields.string("reason") ?? "")
            else { return nil }
            return .answered(
                step: step, answer: answer, digest: fields.string("digest") ?? "", by: fields.string("by") ?? "",
                via: fields.string("via") ?? "")
        case "answer-void":
            return .answerVoid(step: step, digest: fields.string("digest") ?? "", by: fields.string("by") ?? "")
        case "step-progress": return .progress(step: step, text: fields.string("text") ?? "")
        case "step-passed": return .passed(step: step, values: StepValues(fields: fields.fields("values")))
        case "step-stopped": return .stopped(step: step)
        case "step-settled":
            return fields.bool("applied").map {
                .settled(
                    step: step, applied: $0, by: fields.string("by") ?? "",
                    place: fields.int("index").map { ActionPlace(target: fields.string("target"), index: $0) })
            }
        case "step-reset": return .reset(step: step, by: fields.string("by") ?? "")
        case "step-failed":
            guard let failure = fields.object("failure").flatMap(StepFailure.init),
                let applied = fields.string("applied").flatMap(Applied.init)
            else { return nil }
            return .failed(
                step: step, failure: failure, applied: applied,
                response: fields.object("answer").flatMap(ResponseRecord.init))
        default: return decodedAttempt(kind: kind, step: step, fields: fields)
        }
    }

    private static func decodedAttempt(kind: String, step: String, fields: FieldReader) -> RunEvent? {
        switch kind {
        case "attempt-started": return fields.int("attempt").map { .attemptStarted(step: step, attempt: $0) }
        case "attempt-lost":
            return .outcomeUnknown(
                step: step, reason: fields.string("reason") ?? "", isDoubtful: fields.bool("doubtful") ?? true)
        case "action-sent":
            return fields.object("action").flatMap(ActionRecord.init).map { .actionSent(step: step, action: $0) }
        case "action-answered":
            guard let response = fields.object("answer").flatMap(ResponseRecord.init), let index = fields.int("index")
            else { return nil }
            return .actionResponded(step: step, target: fields.string("target"), index: index, response: response)
        case "action-refused":
            guard let index = fields.int("index") else { return nil }
            return .actionRefused(
                step: step, target: fields.string("target"), index: index, reason: fields.string("reason") ?? "")
        case "step-polled":
            guard let tries = fields.int("tries") else { return nil }
            return .polled(
                step: step, tries: tries, unmet: fields.object("unmet").flatMap(StepFailure.init),
                response: fields.object("answer").flatMap(ResponseRecord.init))
        default: return nil
        }
    }
}
