import RunbookModel
import RunbookRun

/// A step that failed, or whose outcome is not known, with all details.
struct MarkdownFailure {
    private let step: ReportedStep
    private let run: ReportedRun

    init(_ step: ReportedStep, run: ReportedRun) {
        self.step = step
        self.run = run
    }

    var text: String {
        [heading, place, differences, findings, asked, answered].filter { !$0.isEmpty }.joined(separator: "\n")
    }

    private var failure: StepFailure? { step.record.failure }

    private var heading: String {
        let message =
            switch step.state {
            case .inDoubt: "The outcome is not known: " + step.doubtInOneLine
            default: failure?.message ?? "it failed"
            }
        return "### \(MarkdownText.inline(step.heading, limit: 4000))\n\n"
            + "**\(step.state.words)**: \(MarkdownText.phrase(message))\n"
    }

    private var place: String {
        let line = failure?.line ?? step.outline.line
        let place =
            "At \(MarkdownText.code(step.place)), step \(MarkdownText.code(step.outline.id))"
        guard let document = run.text(of: step), (1...document.lineCount).contains(line) else {
            return place + ".\n"
        }
        return place + ":\n\n" + MarkdownText.fence(BoundedText(document.line(line), bytes: 500, lines: 1).text)
    }

    private var differences: String {
        guard let differences = failure?.differences, !differences.isEmpty else { return "" }
        let rows = differences.prefix(20).map { difference in
            let place = difference.line.map { " (line \($0))" } ?? ""
            let cells = [difference.path + place, difference.expected, difference.actual].map { MarkdownText.code($0) }
            return "| \(cells.joined(separator: " | ")) |\n"
        }
        let rest = differences.count > 20 ? "\nand \(differences.count - 20) more\n" : ""
        return "| Where | Expected | Actual |\n| --- | --- | --- |\n" + rows.joined() + rest
    }

    /// What was found about the cause, by section.
    private var findings: String {
        var text = ""
        var section: String?
        for finding in step.record.findings {
            if finding.section != section {
                section = finding.section
                text += "\(text.isEmpty ? "" : "\n")*\(MarkdownText.inline(finding.section))*\n\n"
            }
            text += "- \(finding.mark) **\(finding.words)** · \(MarkdownText.phrase(finding.text))\n"
        }
        return text
    }

    private var asked: String {
        guard let request = failure?.request ?? step.request else { return "" }
        let title = "Request" + (step.requestTarget.map { " to \(MarkdownText.code($0))" } ?? "") + ":\n\n"
        let command = failure?.command.map { "\nThe same request as a command:\n\n" + MarkdownBlock.text($0) } ?? ""
        return title + MarkdownBlock.text(request) + command
    }

    private var answered: String {
        if let response = step.response { return MarkdownBlock.response(response, title: "Response") }
        return step.wasSent ? "No response came.\n" : ""
    }
}
