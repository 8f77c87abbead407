import OrderedJSON
import RunbookModel
import RunbookRun

/// The report of a run as one page for a browser: for a screen, a phone and paper.
///
/// It loads nothing and runs no script: the policy in its head allows nothing but its own style sheet, whose hash the
/// policy names. Whatever document, targets and people put into the run stays text (`HTMLText`).
package struct HTMLReport: Sendable {
    private let run: ReportedRun
    private let style: String
    private var start: RunStart { run.start }

    /// Makes a report of a run.
    ///
    /// - Parameter styleHash: The SHA-256 of ``style``, in Base64.
    package init(_ run: ReportedRun, styleHash: String) {
        self.run = run
        style = styleHash
    }

    /// The page's style sheet.
    package static var style: String { HTMLStyle.text }

    /// The page.
    package var text: String {
        let title = "\(HTMLText.inline(start.outline.title)) — \(HTMLText.inline(run.standing))"
        let policy = "default-src 'none'; style-src 'sha256-\(style)'; base-uri 'none'; form-action 'none'"
        return """
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta http-equiv="Content-Security-Policy" content="\(policy)">
            <meta name="referrer" content="no-referrer">
            <title>\(title)</title>
            <style>\(HTMLReport.style)</style>
            </head>
            <body>
            \(parts.filter { !$0.isEmpty }.joined(separator: "\n"))
            </body>
            </html>

            """
    }

    private var parts: [String] {
        let steps = HTMLSteps(run)
        return ["<main>", head, failures, waiting, changes, outline, HTMLTimeline(run).text]
            + [steps.text(title: "Preparation", run.preparation), steps.text(title: "Steps", run.steps), undo, foot]
            + ["</main>"]
    }

    // MARK: - Head

    private var head: String {
        let label = HTMLText.inline(start.environment.label)
        let result =
            "<strong class=\"\(HTMLReport.tone(run.phase))\">\(HTMLText.inline(run.standing))</strong>, "
            + HTMLText.inline(Tally.text(run.steps))
        let document = HTMLText.code(start.document.file)
        let hash = HTMLText.code(start.document.sha256.prefix(16))
        let person = "\(HTMLText.inline(start.user)) on \(HTMLText.inline(start.host))"
        let resumed = run.state.resumptions.map { "\(MomentText.full($0.at)) by \(HTMLText.inline($0.user))" }
        var rows: [(String, String)] = [("Run", HTMLText.code(run.run)), ("Result", result)]
        rows.append(("Ticket", HTMLText.inline(start.ticket ?? "")))
        rows.append(("Runbook", "\(document), SHA-256 \(hash)"))
        rows.append(("Environment", environment))
        rows.append(("Targets", start.targets.map(target).joined(separator: "<br>")))
        rows.append(("Parameters", start.parameters.map(parameter).joined(separator: "<br>")))
        rows.append(("Started", run.state.started.map { "\(MomentText.full($0)) by \(person)" } ?? ""))
        rows.append(("Resumed", resumed.joined(separator: "<br>")))
        rows.append(("Ended", end))
        rows.append(("Tool", HTMLText.inline(start.tool)))
        let cells = rows.filter { !$0.1.isEmpty }.map { "<tr><th scope=\"row\">\($0)</th><td>\($1)</td></tr>" }
        return "<header><p class=\"label\">\(label)</p><h1>\(HTMLText.inline(start.outline.title))</h1></header>\n"
            + "<table class=\"facts\">\(cells.joined())</table>"
    }

    private var environment: String {
        if start.environment.isSandbox { return "an embedded emulator, nothing real was changed" }
        let file = start.environment.path.map { ", \(HTMLText.code($0))" } ?? ""
        return HTMLText.inline(start.environment.name) + file
    }

    private func target(_ target: RunStart.Target) -> String {
        let product = target.product.map { HTMLText.phrase($0) + " at " } ?? ""
        let warning = target.isVerified ? "" : ", <strong class=\"bad\">certificate not verified</strong>"
        return "\(HTMLText.code(target.name)): \(product)\(HTMLText.code(target.address))\(warning)"
    }

    private func parameter(_ parameter: RunStart.Parameter) -> String {
        let value =
            parameter.isSecret
            ? "<em>secret</em>" : parameter.value.map { HTMLText.code($0.string ?? $0.text()) } ?? "<em>none</em>"
        return "\(HTMLText.code(parameter.name)) = \(value) (\(HTMLText.inline(parameter.source)))"
    }

    private var end: String {
        guard run.phase != .running, let started = run.state.started, let updated = run.state.updated else { return "" }
        return "\(MomentText.full(updated)), after \(ElapsedText.text(updated.since(started)))"
    }

    static func tone(_ phase: RunPhase) -> String {
        switch phase {
        case .passed, .undone, .running: "good"
        case .failed: "bad"
        case .waiting, .aborted, .interrupted: "open"
        }
    }

    // MARK: - What needs attention

    private var failures: String {
        let steps = run.unfinished
        if steps.isEmpty { return "" }
        let stories = steps.map { HTMLFailure($0).text }.joined(separator: "\n")
        return "<section id=\"failures\"><h2>What failed</h2>\n\(stories)\n\(commands)</section>"
    }

    private var waiting: String {
        let waiting = run.attended.filter { $0.state == .waiting }
        if waiting.isEmpty { return "" }
        let items = waiting.map { step in
            let since = step.record.asked.map { ", since \(MomentText.full($0))" } ?? ""
            let evidence = (step.record.question.map(EvidenceText.sentences) ?? []).map {
                "<br>" + HTMLText.phrase($0)
            }
            return "<li>\(HTMLText.inline(step.record.question?.text ?? step.outline.title, limit: 2000)) "
                + "(step \(HTMLText.code(step.outline.id))\(since))\(evidence.joined())</li>"
        }
        return "<section><h2>Waiting for a person</h2><ul>\(items.joined())</ul>\(commands)</section>"
    }

    private var commands: String {
        let lines = NextCommands.lines(for: run)
        if lines.isEmpty { return "" }
        let title = NextCommands.title(for: run)
        return "<p>\(HTMLText.inline(title.prefix(1).uppercased() + title.dropFirst())):</p>"
            + HTMLText.block(lines.joined(separator: "\n"))
    }

    private var changes: String {
        let rows = Changes(run).targets.flatMap { change in
            let name = HTMLText.inline(change.target ?? "")
            return change.done.map { "<tr><td>\(name)</td><td>\(HTMLText.code($0))</td><td>done</td></tr>" }
                + change.perhaps.map {
                    "<tr><td>\(name)</td><td>\(HTMLText.code($0.title))</td><td>possibly: \(HTMLText.inline($0.reason))</td></tr>"
                }
        }
        let table = rows.isEmpty ? "<p>Nothing was changed.</p>" : "<table class=\"list\">\(rows.joined())</table>"
        return "<section><h2>What was changed</h2>\(table)</section>"
    }

    // MARK: - Outline

    private var outline: String {
        var items = ""
        for (heading, step) in run.allSteps.headed(below: start.outline.title) {
            if let heading { items += "<li class=\"heading\">\(HTMLText.inline(heading))</li>" }
            items +=
                "<li><a href=\"#\(HTMLSteps.anchor(step))\">\(HTMLSteps.mark(step))"
                + " \(HTMLText.inline(step.heading, limit: 160))</a></li>"
        }
        return "<nav aria-label=\"Outline\"><h2>Outline</h2><ol>\(items)</ol></nav>"
    }

    private var undo: String {
        guard let undo = run.state.undo else { return "" }
        let left = undo.left.map { "<li>\(HTMLText.code($0.step)): \(HTMLText.phrase($0.reason))</li>" }
        return HTMLSteps(run).text(title: "Undo", run.undo)
            + (left.isEmpty ? "" : "<section><h3>Not taken back</h3><ul>\(left.joined())</ul></section>")
    }

    private var foot: String {
        "<footer>Journal of run \(HTMLText.code(run.run)), last entry: SHA-256 \(HTMLText.code(run.lastHash))</footer>"
    }
}
