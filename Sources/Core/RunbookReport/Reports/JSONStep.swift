import OrderedJSON
import RunbookModel
import RunbookRun

/// A step in a report for programs.
enum JSONStep {
    /// What every step has, then what only some have.
    static func json(_ step: ReportedStep) -> JSON {
        let outline = step.outline
        let record = step.record
        var object = JSONObject([
            ("id", .string(outline.id)),
            ("title", .string(outline.title)),
            ("line", .number(JSONNumber(outline.line))),
            ("state", .string(step.state.rawValue)),
            ("attempts", .number(JSONNumber(record.attempts))),
            ("started", JSONReport.moment(record.started)),
            ("finished", JSONReport.moment(record.finished)),
            ("took_ms", JSONReport.number(step.took?.inMilliseconds)),
            ("role", .string(outline.role.rawValue)),
            ("number", JSONReport.string(outline.number)),
            ("section", .array(outline.section.map(JSON.string))),
            ("effect", .string(outline.effect.rawValue)),
            ("targets", .array(outline.targets.map(JSON.string))),
        ])
        if record.tries > 0 { object.append("tries", .number(JSONNumber(record.tries))) }
        if step.state == .skipped, let skipped = record.skipped {
            object.append("skipped", ["reason": .string(skipped.reason.rawValue), "detail": .string(skipped.detail)])
        }
        if step.state == .satisfied { object.append("satisfied_by", JSONReport.string(record.satisfiedBy)) }
        if step.state == .inDoubt {
            object.append("doubt", JSONReport.string(record.doubt))
            object.append("in_doubt", .array(record.doubtfulRequests.map(JSON.string)))
        }
        if let applied = record.applied, step.state == .failed { object.append("applied", .string(applied.rawValue)) }
        if !record.underWay.isEmpty {
            object.append("under_way", .array(record.underWay.map { .string($0.title) }))
        }
        if step.state != .passed, let unmet = record.failure { object.append("failure", failure(unmet)) }
        if !record.earlierFailures.isEmpty {
            object.append("earlier_failures", .array(record.earlierFailures.map(failure)))
        }
        if step.state == .waiting, let asked = record.question { object.append("question", question(asked)) }
        if !record.answers.isEmpty { object.append("answers", .array(record.answers.map(personAnswer))) }
        if !record.lateAnswers.isEmpty {
            object.append("late_answers", .array(record.lateAnswers.map(personAnswer)))
        }
        if !record.findings.isEmpty { object.append("findings", .array(record.findings.map(finding))) }
        if !outline.checks.isEmpty { object.append("checks", .array(outline.checks.map(JSON.string))) }
        if let shown = record.shown { object.append("shown", .string(shown)) }
        if !record.polled.isEmpty { object.append("polled", .array(record.polled.map(action))) }
        if !record.exchanges.isEmpty { object.append("requests", .array(record.exchanges.map(exchange))) }
        if let last = record.lastResponse { object.append("answer", response(last)) }
        if !record.delays.isEmpty { object.append("delays", .array(record.delays.map(delay))) }
        if !record.warnings.isEmpty { object.append("warnings", .array(record.warnings.map(JSON.string))) }
        if !record.values.captures.isEmpty { object.append("values", .object(record.values.captures)) }
        return .object(object)
    }

    private static func finding(_ finding: Finding) -> JSON {
        [
            "section": .string(finding.section), "title": .string(finding.title),
            "result": .string(finding.result.rawValue), "detail": .string(finding.detail),
        ]
    }

    private static func failure(_ failure: StepFailure) -> JSON {
        [
            "code": .string(failure.code), "message": .string(failure.message),
            "file": JSONReport.string(failure.file), "line": JSONReport.number(failure.line),
            "target": JSONReport.string(failure.target),
            "request": JSONReport.string(failure.request), "command": JSONReport.string(failure.command),
            "differences": .array(
                failure.differences.map {
                    var object = JSONObject([
                        ("path", .string($0.path)), ("expected", .string($0.expected)), ("actual", .string($0.actual)),
                    ])
                    if let line = $0.line { object.append("line", .number(JSONNumber(line))) }
                    return .object(object)
                }),
        ]
    }

    private static func question(_ question: Question) -> JSON {
        var object = JSONObject([
            ("kinds", .array(question.kinds.map { .string($0.rawValue) })), ("text", .string(question.text)),
            ("actions", .array(question.actions.map(JSON.string))), ("digest", .string(question.digest)),
        ])
        if !question.evidence.isEmpty {
            object.append(
                "evidence",
                .array(
                    question.evidence.map { evidence in
                        var members = JSONObject([
                            ("check", .string(evidence.check)), ("passed", .bool(evidence.passed)),
                            ("at", JSONReport.moment(evidence.at)),
                        ])
                        if !evidence.reason.isEmpty { members.append("reason", .string(evidence.reason)) }
                        return .object(members)
                    }))
        }
        if let isUndoable = question.isUndoable { object.append("undoable", .bool(isUndoable)) }
        return .object(object)
    }

    private static func personAnswer(
        _ given: RecordedAnswer
    ) -> JSON {
        var object = JSONObject([("answer", .string(given.answer.name))])
        if let reason = given.answer.reason { object.append("reason", .string(reason)) }
        object.append("by", .string(given.by))
        object.append("via", .string(given.via))
        object.append("at", JSONReport.moment(given.at))
        if let remark = given.remark { object.append("remark", remark.json) }
        return .object(object)
    }

    private static func action(_ action: ActionRecord) -> JSON {
        [
            "target": JSONReport.string(action.target), "effect": .string(action.effect.rawValue),
            "title": .string(action.title), "content": .string(action.content),
        ]
    }

    private static func exchange(_ exchange: Exchange) -> JSON {
        var object = action(exchange.action).object ?? JSONObject()
        object.append("sent", JSONReport.moment(exchange.sent))
        object.append("refused", .bool(exchange.isRefused))
        object.append("answer", exchange.response.map(response) ?? .null)
        if let notice = exchange.notice { object.append("notice", response(notice)) }
        return .object(object)
    }

    private static func delay(_ delay: Delay) -> JSON {
        [
            "target": JSONReport.string(delay.place.target), "reason": .string(delay.reason),
            "tries": .number(JSONNumber(delay.tries)), "since": JSONReport.moment(delay.since),
            "last": JSONReport.moment(delay.last),
        ]
    }

    private static func response(_ response: ResponseRecord) -> JSON {
        [
            "status": JSONReport.number(response.status), "text": .string(response.text),
            "length": JSONReport.number(response.shownLength), "sha256": .string(response.sha256),
            "took_ms": .number(JSONNumber(response.took.inMilliseconds)),
        ]
    }
}
