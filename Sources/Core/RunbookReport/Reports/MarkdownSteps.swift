import OrderedJSON
import RunbookModel
import RunbookRun

/// The steps of a run by section, request and response of each folded away.
struct MarkdownSteps {
    /// The most requests of a step that are shown in full.
    private static let exchangeLimit = 8

    private let title: String
    private let steps: [ReportedStep]
    private let documentTitle: String?

    init(title: String, _ steps: [ReportedStep], documentTitle: String? = nil) {
        self.title = title
        self.steps = steps
        self.documentTitle = documentTitle
    }

    /// The part of the report; empty without steps.
    var text: String {
        if steps.isEmpty { return "" }
        var result = "## \(title)\n"
        for (heading, step) in steps.headed(below: documentTitle) {
            if let heading { result += "\n### \(MarkdownText.inline(heading))\n" }
            result += "\n" + text(of: step)
        }
        return result
    }

    private func text(of step: ReportedStep) -> String {
        let outline = step.outline
        var facts = [detail(of: step), step.took.map(ElapsedText.text) ?? ""]
        if step.state != .skipped, let began = step.record.started ?? step.record.asked {
            facts.append("began at \(MomentText.clock(began))")
        }
        facts += step.record.counts
        if !outline.targets.isEmpty {
            facts.append("on " + outline.targets.map { MarkdownText.code($0) }.joined(separator: ", "))
        }
        facts.append("line \(outline.line)")
        let tail = facts.filter { !$0.isEmpty }.joined(separator: ", ")
        return "- **\(step.state.words)** · \(MarkdownText.inline(step.heading, limit: 4000)) · \(tail)\n"
            + people(step) + delays(step) + warnings(step) + shown(step) + checks(step) + values(step) + folded(step)
    }

    private func shown(_ step: ReportedStep) -> String {
        step.record.shown.map { "  - Shown: \(MarkdownText.inline($0))\n" } ?? ""
    }

    /// What was asked of the response; of a step that passed it is what is known to hold.
    private func checks(_ step: ReportedStep) -> String {
        guard step.state == .passed else { return "" }
        return step.outline.checks.map { check in
            let words = check.split(whereSeparator: \.isWhitespace)
            let kind = words.first == "expect" ? "Expected" : words.first == "same" ? "The same" : "Asserted"
            let text = words.dropFirst().joined(separator: " ")
            return "  - \(kind): \(MarkdownText.code(text, limit: 500))\n"
        }.joined()
    }

    private func detail(of step: ReportedStep) -> String {
        let record = step.record
        switch step.state {
        case .skipped:
            guard let skipped = record.skipped else { return "" }
            return MarkdownText.phrase(skipped.reason.words(detail: skipped.detail))
        case .satisfied:
            guard let check = record.satisfiedBy, check != step.outline.id, !check.isEmpty else { return "" }
            return "\(MarkdownText.code(check)) passes"
        case .failed: return MarkdownText.phrase(record.failure?.message ?? "")
        case .inDoubt: return MarkdownText.phrase(step.doubt)
        default: return ""
        }
    }

    private func people(_ step: ReportedStep) -> String {
        let question = step.record.question.flatMap { $0.kinds == [.manual] ? nil : $0.text }
        return step.record.answers.map { given in
            let asked = question.map { " to “\(MarkdownText.inline($0))”" } ?? ""
            let words = MarkdownText.inline(step.words(of: given))
            return "  - \(MomentText.clock(given.at)) **\(MarkdownText.inline(given.by))** answered\(asked): \(words) "
                + "(\(MarkdownText.inline(given.via)))\n" + remark(given)
        }.joined()
            + step.record.lateAnswers.map { late in
                "  - \(MomentText.clock(late.at)) **\(MarkdownText.inline(late.by))** answered too late: "
                    + "\(MarkdownText.inline(late.answer.words)) (\(MarkdownText.inline(late.via)))\n"
            }.joined()
    }

    private func remark(_ given: RecordedAnswer) -> String {
        guard let remark = given.remark else { return "" }
        let note = remark.note.isEmpty ? "" : "    - \(MarkdownText.phrase(remark.note))\n"
        return note
            + remark.files.map { file in
                "    - attached \(MarkdownText.code(file.name)), \(file.size) bytes, SHA-256 "
                    + "\(MarkdownText.code(file.sha256))\n"
            }.joined()
    }

    /// What was waited for before its requests were done.
    private func delays(_ step: ReportedStep) -> String {
        let delays = step.record.delays
        let rest = delays.count - Self.exchangeLimit
        return delays.prefix(Self.exchangeLimit).map { delay in
            "  - \(delay.frame.before)\(MarkdownText.phrase(delay.reason))\(delay.frame.after)\n"
        }.joined() + (rest > 0 ? "  - … and \(rest) more times\n" : "")
    }

    private func warnings(_ step: ReportedStep) -> String {
        step.record.warnings.map { "  - Warning: \(MarkdownText.phrase($0))\n" }.joined()
    }

    private func values(_ step: ReportedStep) -> String {
        let values = step.record.values
        let shown = values.captures.members.map { member in
            "\(MarkdownText.code(member.name)) = \(MarkdownText.code(member.value.string ?? member.value.text()))"
        }
        let secret = values.secrets.map { "\(MarkdownText.code($0)) = *secret*" }
        let all = shown + secret
        return all.isEmpty ? "" : "  - \(all.joined(separator: ", "))\n"
    }

    /// Request and response, and what earlier attempts failed of, behind a fold.
    private func folded(_ step: ReportedStep) -> String {
        let record = step.record
        var blocks = record.earlierFailures.enumerated().map { index, failure in
            "  Attempt \(index + 1) failed: \(MarkdownText.phrase(failure.message))\n"
        }
        if record.exchanges.isEmpty {
            if let request = step.request { blocks.append(MarkdownBlock.text(request, indent: 2)) }
            if let response = step.response {
                blocks.append(MarkdownBlock.response(response, title: "Response", indent: 2))
            }
        }
        for exchange in record.exchanges.prefix(Self.exchangeLimit) { blocks += self.blocks(exchange) }
        if record.exchanges.count > Self.exchangeLimit {
            blocks.append("  … and \(record.exchanges.count - Self.exchangeLimit) more requests.\n")
        }
        if blocks.isEmpty { return "" }
        return "\n  <details><summary>Request and response</summary>\n\n" + blocks.joined(separator: "\n")
            + "\n  </details>\n"
    }

    private func blocks(_ exchange: Exchange) -> [String] {
        let action = exchange.action
        let target = action.target.map { "  On \(MarkdownText.code($0)):\n\n" } ?? ""
        let response =
            exchange.response.map { MarkdownBlock.response($0, title: "Response", indent: 2) }
            ?? exchange.notice.map { MarkdownBlock.response($0, title: "Not done, response", indent: 2) }
            ?? (exchange.isRefused ? "  It was not done.\n" : "  No response came.\n")
        return [target + MarkdownBlock.text(action.text, indent: 2), response]
    }
}
