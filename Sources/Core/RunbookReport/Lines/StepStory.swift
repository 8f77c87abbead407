import OrderedJSON
import RunbookModel
import RunbookRun

/// All that is known of one step of a run, for people at a terminal.
package struct StepStory {
    /// The most requests that are shown.
    private static let mostExchanges = 20

    private let step: ReportedStep
    private let run: ReportedRun
    private let layout: LineLayout

    /// Makes the story of a step; nil when the run has none of this identity.
    ///
    /// - Parameter layout: How lines are laid out.
    package init?(of id: String, in run: ReportedRun, layout: LineLayout) {
        guard let step = run.allSteps.first(where: { $0.outline.id == id }) else { return nil }
        self.step = step
        self.run = run
        self.layout = layout
    }

    /// The lines.
    package var lines: [RunLine] { layout.lines(story) }

    private var story: [RunLine] {
        if step.state == .failed || step.state == .inDoubt {
            return [head] + people + FailureLines(run, layout: layout).lines(of: step) + warnings
        }
        return [head, place] + people + requests + values + warnings
    }

    private var head: RunLine {
        let facts = [step.state.words, reason, step.took.map(ElapsedText.text) ?? ""] + step.record.counts
        return step.state.mark + RunLine(" \(visible(step.heading)): ", .strong)
            + .phrase(visible(facts.filter { !$0.isEmpty }.joined(separator: ", ")))
    }

    private var reason: String {
        switch step.state {
        case .skipped: step.record.skipped.map { $0.reason.words(detail: $0.detail) } ?? ""
        case .satisfied: step.record.satisfiedBy.map { $0 == step.outline.id ? "" : "`\($0)` holds" } ?? ""
        default: ""
        }
    }

    private var place: RunLine { .phrase(visible("step `\(step.outline.id)` at \(step.place)"), .faint) }

    private var people: [RunLine] {
        var lines: [RunLine] = []
        if let question = step.record.question, question.text != step.outline.title {
            let asked = step.record.asked.map { " at \(MomentText.full($0))" } ?? ""
            lines.append(.phrase(visible("asked\(asked): \(question.text)")))
        }
        for given in step.record.answers {
            lines.append(
                .phrase(visible("\(given.by) answered at \(MomentText.full(given.at)): \(given.answer.words)")))
            guard let remark = given.remark else { continue }
            if !remark.note.isEmpty { lines.append(.phrase(visible("  " + remark.note))) }
            for file in remark.files {
                lines.append(.phrase(visible("  attached \(file.name), \(file.size) bytes, SHA-256 \(file.sha256)")))
            }
        }
        for late in step.record.lateAnswers {
            lines.append(.phrase(visible("\(late.by) answered too late: \(late.answer.words)")))
        }
        return lines
    }

    private var requests: [RunLine] {
        let failure = FailureLines(run, layout: layout)
        let exchanges = step.record.exchanges
        if exchanges.isEmpty {
            guard let request = step.request else { return [] }
            let title = step.record.polled.isEmpty ? "would ask:" : "asked:"
            return failure.block(title, request) + (step.response.map { failure.answered($0) } ?? [])
        }
        let shown = exchanges.prefix(Self.mostExchanges).flatMap { exchange -> [RunLine] in
            let title = exchange.action.target.map { "asked \($0):" } ?? "asked:"
            let answer =
                (exchange.response ?? exchange.notice).map { failure.answered($0) }
                ?? [RunLine(exchange.isRefused ? "it was not done" : "no response came")]
            return failure.block(title, exchange.action.text) + answer
        }
        let rest = exchanges.count - Self.mostExchanges
        return shown + (rest > 0 ? [RunLine("and \(rest) more requests: runbook report \(run.run)", .faint)] : [])
    }

    private var values: [RunLine] {
        let values = step.record.values
        let shown = values.captures.members.map { member in
            RunLine(visible("\(member.name) = \(member.value.string ?? member.value.text())"))
        }
        return shown + values.secrets.map { RunLine(visible("\($0) = ***")) }
    }

    private var warnings: [RunLine] {
        step.record.warnings.map { .phrase(visible("warning: \($0)"), .warning) }
    }

    private func visible(_ text: String) -> String { VisibleText.oneLine(text, limit: 1000) }
}
