package import OrderedJSON
import RunbookModel
import RunbookRun

/// The report of a run for programs; names and values are stable, additions may come.
package enum JSONReport {
    /// The report: who, where and when, and every step with its state; secrets are not in it.
    package static func json(_ run: ReportedRun) -> JSON {
        let start = run.start
        var report = JSONObject([
            ("run", .string(run.run)),
            ("runbook", .string(start.document.file)),
            ("title", .string(start.outline.title)),
            ("environment", .string(start.environment.name)),
            ("sandbox", .bool(start.environment.isSandbox)),
            ("state", .string(run.phase.rawValue)),
            ("started", moment(run.state.started)),
            ("updated", moment(run.state.updated)),
            ("user", .string(start.user)),
            ("host", .string(start.host)),
            ("tool", .string(start.tool)),
            ("document", document(start.document)),
            ("targets", .array(start.targets.map(target))),
            ("parameters", .array(start.parameters.map(parameter))),
        ])
        if let ticket = start.ticket { report.append("ticket", .string(ticket)) }
        if let plan = start.plan { report.append("plan", .string(plan)) }
        let resumptions = run.state.resumptions.map { resumption -> JSON in
            ["user": .string(resumption.user), "at": moment(resumption.at)]
        }
        report.append("resumptions", .array(resumptions))
        if !run.preparation.isEmpty { report.append("fixture", .array(run.preparation.map(JSONStep.json))) }
        report.append("steps", .array(run.steps.map(JSONStep.json)))
        if let undo = run.state.undo { report.append("undo", json(undo, run)) }
        if !run.state.unknownKinds.isEmpty {
            report.append("unknown_events", .array(run.state.unknownKinds.sorted().map(JSON.string)))
        }
        report.append("journal", .string(run.lastHash))
        return .object(report)
    }

    private static func json(_ undo: UndoRecord, _ run: ReportedRun) -> JSON {
        [
            "user": .string(undo.user),
            "steps": .array(
                zip(undo.entries, run.undo).map { entry, step in
                    var members = JSONStep.json(step).object ?? JSONObject()
                    members.append("of", .string(entry.undone))
                    return .object(members)
                }),
            "left": .array(undo.left.map { ["step": .string($0.step), "reason": .string($0.reason)] }),
        ]
    }

    /// A moment in ISO 8601, UTC, with milliseconds; null when there is none.
    static func moment(_ moment: Timestamp?) -> JSON { string(moment?.iso8601) }

    /// A text; null when there is none.
    static func string(_ text: String?) -> JSON { text.map(JSON.string) ?? .null }

    /// A number; null when there is none.
    static func number(_ number: Int?) -> JSON { number.map { .number(JSONNumber($0)) } ?? .null }

    private static func document(_ document: RunStart.Document) -> JSON {
        [
            "path": .string(document.path), "sha256": .string(document.sha256), "commit": string(document.commit),
            "modified": document.isModified.map { .bool($0) } ?? .null,
        ]
    }

    private static func target(_ target: RunStart.Target) -> JSON {
        [
            "name": .string(target.name), "kind": .string(target.kind), "address": .string(target.address),
            "product": string(target.product), "identity": string(target.identity),
            "verified": .bool(target.isVerified),
        ]
    }

    private static func parameter(_ parameter: RunStart.Parameter) -> JSON {
        [
            "name": .string(parameter.name), "value": parameter.isSecret ? .null : parameter.value ?? .null,
            "secret": .bool(parameter.isSecret), "source": .string(parameter.source),
        ]
    }
}
