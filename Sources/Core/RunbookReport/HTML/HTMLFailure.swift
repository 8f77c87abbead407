import RunbookModel
import RunbookRun

/// A step that failed, or whose outcome is not known, with all details.
struct HTMLFailure {
    private let step: ReportedStep

    init(_ step: ReportedStep) { self.step = step }

    var text: String {
        "<article class=\"failed\"><h3><a href=\"#\(HTMLSteps.anchor(step))\">"
            + "\(HTMLText.inline(step.heading, limit: 160))</a></h3>"
            + "<p><strong class=\"bad\">\(HTMLText.inline(step.state.words))</strong>: \(HTMLText.phrase(message))</p>"
            + "<p class=\"faint\">\(HTMLText.code(step.place))</p>"
            + differences + findings + asked + answered + "</article>"
    }

    private var failure: StepFailure? { step.record.failure }

    private var message: String {
        if step.state == .inDoubt { return "the outcome is not known: " + step.doubtInOneLine }
        return failure?.message ?? "it failed"
    }

    private var differences: String {
        guard let differences = failure?.differences, !differences.isEmpty else { return "" }
        let rows = differences.prefix(100).map { difference in
            let place = difference.line.map { " (line \($0))" } ?? ""
            let cells = [difference.path, difference.expected, difference.actual].map { HTMLText.code($0, limit: 1000) }
            return "<tr><td>\(cells[0])\(place)</td><td>\(cells[1])</td><td>\(cells[2])</td></tr>"
        }
        let rest = differences.count - rows.count
        return "<table class=\"list\"><tr><th>Where</th><th>Expected</th><th>Actual</th></tr>\(rows.joined())</table>"
            + (rest > 0 ? "<p>and \(rest) more</p>" : "")
    }

    private var findings: String {
        let items = step.record.findings.map { finding in
            "<li>\(HTMLText.inline(finding.mark)) <strong>\(HTMLText.inline(finding.words))</strong>: "
                + "\(HTMLText.phrase(finding.text)) (\(HTMLText.inline(finding.section)))</li>"
        }
        return items.isEmpty ? "" : "<ul>\(items.joined())</ul>"
    }

    private var asked: String {
        guard let request = failure?.request ?? step.request else { return "" }
        let command = failure?.command.map { "<p>The same request as a command:</p>" + HTMLText.block($0) } ?? ""
        return "<p>Request:</p>" + HTMLText.block(request) + command
    }

    private var answered: String {
        if let response = step.response { return HTMLSteps.response(response) }
        return step.wasSent ? "<p>No response came.</p>" : ""
    }
}
