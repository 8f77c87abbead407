package import OrderedJSON
package import RunbookModel
package import RunbookRun

/// What a notice says of an occasion: enough to know whether to look, and how.
package struct NoticeText {
    private let occasion: Occasion
    private let step: ReportedStep?
    private let run: ReportedRun

    /// Makes the text; nil before a run has begun.
    ///
    /// - Parameter place: What commands say of the place that they are for.
    package init?(_ occasion: Occasion, about step: String?, run: String, state: RunState, place: CommandPlace) {
        guard let reported = ReportedRun(run: run, state: state, isOwned: true, place: place) else { return nil }
        self.occasion = occasion
        self.run = reported
        let steps = reported.allSteps
        self.step =
            step.flatMap { id in steps.first { $0.outline.id == id } }
            ?? steps.first { occasion == .doubt ? $0.state == .inDoubt : occasion == .failed && $0.state == .failed }
    }

    /// One line for people.
    package var text: String {
        let title = VisibleText.oneLine(run.start.outline.title, limit: 200)
        let what = step.map { ": " + VisibleText.oneLine($0.heading, limit: 200) } ?? ""
        let reason =
            switch occasion {
            case .waiting: step?.record.question.map { " asks: \($0.text)" } ?? " waits for a person"
            case .failed: step?.record.failure.map { " failed: \($0.message)" } ?? " failed"
            case .doubt: " is in doubt: \(step?.doubtInOneLine ?? "no answer came")"
            case .passed: " is done"
            }
        return "\(VisibleText.oneLine(run.start.environment.label)): \(title)\(what)"
            + VisibleText.oneLine(reason, limit: 500)
    }

    /// The notice for programs; names and values are stable, additions may come.
    package var json: JSON {
        var notice = JSONObject([
            ("notice", 1), ("on", .string(occasion.rawValue)), ("text", .string(text)), ("run", .string(run.run)),
            ("title", .string(run.start.outline.title)), ("runbook", .string(run.start.document.file)),
            ("environment", .string(run.start.environment.name)), ("user", .string(run.start.user)),
            ("host", .string(run.start.host)),
        ])
        if let step { notice.append("step", .string(step.outline.id)) }
        let isQuestion = occasion == .waiting || occasion == .doubt
        if isQuestion, let step {
            notice.append(
                "command",
                .string(NextCommands.confirm(run, step)))
        }
        return .object(notice)
    }
}
