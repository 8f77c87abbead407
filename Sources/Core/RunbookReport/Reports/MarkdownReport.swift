import OrderedJSON
import RunbookModel
import RunbookRun

/// The report of a run for people, to attach to a change ticket.
///
/// It is Markdown that GitHub shows well, and it can never be taken for a runbook: it contains no declaration, no
/// directive and no block with a role, whatever document, targets and people put into the run (`MarkdownText`).
package struct MarkdownReport: Sendable {
    private let run: ReportedRun
    private var start: RunStart { run.start }

    /// Makes a report of a run.
    package init(_ run: ReportedRun) { self.run = run }

    /// The report, which ends in a line break; its last line names the hash of the journal's last entry.
    package var text: String {
        let parts =
            [head, parameters, failures, waits, changed, MarkdownSteps(title: "Preparation", run.preparation).text]
            + [MarkdownSteps(title: "Steps", run.steps, documentTitle: start.outline.title).text, undo, foot]
        return parts.filter { !$0.isEmpty }.joined(separator: "\n")
    }

    // MARK: - Head

    private var head: String {
        let title = MarkdownText.inline(start.outline.title)
        return "# \(title) — \(run.standing) — \(label)\n\n"
            + table(
                ["", ""],
                [
                    ["Run", MarkdownText.code(run.run)],
                    ["Result", "**\(run.standing)**, \(Tally.text(run.steps))"],
                    ["Runbook", runbook],
                    ["Ticket", ticket],
                    ["Plan", start.plan.map { "reviewed, SHA-256 \(MarkdownText.code($0.prefix(16)))" } ?? ""],
                    ["Environment", environment],
                    ["Targets", start.targets.map(target).joined(separator: "<br>")],
                    ["Started", run.state.started.map { "\(MomentText.full($0)) by \(user)" } ?? ""],
                    ["Resumed", resumptions],
                    [run.phase == .running ? "Last event" : "Ended", end],
                    ["Tool", MarkdownText.inline(start.tool)],
                    [
                        "Not told",
                        run.state.failedNotices.map {
                            "\($0.occasion.rawValue): \(MarkdownText.inline($0.reason))"
                        }.joined(separator: "<br>"),
                    ],
                    [
                        "Unknown events",
                        run.state.unknownKinds.sorted().map { MarkdownText.code($0) }.joined(separator: ", "),
                    ],
                ].filter { !$0[1].isEmpty })
    }

    private var ticket: String { start.ticket.map { MarkdownText.inline($0) } ?? "" }

    private var label: String { MarkdownText.inline(start.environment.label) }

    private var user: String {
        "**\(MarkdownText.inline(start.user))** on \(MarkdownText.code(start.host))"
    }

    private var runbook: String {
        let document = start.document
        let changes = document.isModified.map { $0 ? " with local changes" : "" } ?? ", local changes unknown"
        let commit = document.commit.map { ", commit \(MarkdownText.code($0.prefix(12)))" + changes }
        return
            "\(MarkdownText.code(document.file)), SHA-256 "
            + "\(MarkdownText.code(document.sha256.prefix(16)))\(commit ?? "")"
    }

    private var environment: String {
        if start.environment.isSandbox { return "**\(label)**: an embedded emulator, nothing real was changed" }
        let disposable = start.environment.isDisposable ? ", disposable" : ""
        let file = start.environment.path.map { ", \(MarkdownText.code($0))" } ?? ""
        let hash = start.environment.sha256.map { ", SHA-256 \(MarkdownText.code($0.prefix(16)))" } ?? ""
        let rest = start.environment.startsSandbox ? "; targets that are not in it were emulated" : ""
        return "**\(label)**\(disposable)\(file)\(hash)\(rest)"
    }

    private func target(_ target: RunStart.Target) -> String {
        let product = target.product.map { MarkdownText.inline($0) + " at " } ?? ""
        let warning = target.isVerified ? "" : ", **certificate not verified**"
        return "\(MarkdownText.code(target.name)): \(product)\(MarkdownText.code(target.address))\(warning)"
    }

    private var resumptions: String {
        run.state.resumptions.map { "\(MomentText.full($0.at)) by **\(MarkdownText.inline($0.user))**" }
            .joined(separator: "<br>")
    }

    private var end: String {
        guard let started = run.state.started, let updated = run.state.updated else { return "" }
        let signal = run.state.signal.map { ", stopped by signal \($0)" } ?? ""
        return "\(MomentText.full(updated)), after \(ElapsedText.text(updated.since(started)))\(signal)"
    }

    private var parameters: String {
        if start.parameters.isEmpty { return "" }
        let rows = start.parameters.map { parameter in
            let value = parameter.value.map { MarkdownText.code($0.string ?? $0.text()) } ?? "*none*"
            return [
                MarkdownText.code(parameter.name), parameter.isSecret ? "*secret*" : value,
                MarkdownText.inline(parameter.source),
            ]
        }
        return "## Parameters\n\n" + table(["Name", "Value", "From"], rows)
    }

    private func table(_ heading: [String], _ rows: [[String]]) -> String {
        ([heading, heading.map { _ in "---" }] + rows).map { "| \($0.joined(separator: " | ")) |\n" }.joined()
    }

    // MARK: - What needs attention

    private var failures: String {
        let steps = run.unfinished
        if steps.isEmpty { return "" }
        let stories = steps.map { MarkdownFailure($0, run: run).text }
        return (["## What failed\n"] + stories + [changes, next("After fixing the cause")])
            .filter { !$0.isEmpty }.joined(separator: "\n")
    }

    private var waits: String {
        let waiting = run.attended.filter { $0.state == .waiting }
        if waiting.isEmpty { return "" }
        let questions = waiting.map { step in
            let since = step.record.asked.map { ", since \(MomentText.full($0))" } ?? ""
            let text = MarkdownText.inline(step.record.question?.text ?? step.outline.title)
            let evidence = step.record.question.map(EvidenceText.sentences) ?? []
            return "- \(text) (step \(MarkdownText.code(step.outline.id))\(since))\n"
                + evidence.map { "  - \(MarkdownText.phrase($0))\n" }.joined()
        }
        let words = NextCommands.title(for: run)
        let title = words.prefix(1).uppercased() + words.dropFirst()
        return "## Waiting for a person\n\n" + questions.joined() + "\n" + next(title)
    }

    /// What a run changed that did not fail; of one that did it stands with the failures.
    private var changed: String {
        if !run.unfinished.isEmpty || run.state.started == nil { return "" }
        let lines = changeLines
        return "## What was changed\n\n" + (lines.isEmpty ? "Nothing was changed.\n" : lines.joined())
    }

    private var changes: String {
        let lines = changeLines
        return lines.isEmpty ? "Nothing was changed before that.\n" : "Changes:\n\n" + lines.joined()
    }

    private var changeLines: [String] {
        let lines = Changes(run).targets.map { change in
            let name = change.target.map { "on \(MarkdownText.code($0)): " } ?? ""
            let perhaps = change.perhaps.map { "possibly \(MarkdownText.code($0.title)), \($0.reason)" }
            return "- \(name)\((change.done.map { MarkdownText.code($0) } + perhaps).joined(separator: ", "))\n"
        }
        return lines
    }

    /// What was taken back, and what was not.
    private var undo: String {
        guard let undo = run.state.undo else { return "" }
        let steps = MarkdownSteps(title: "Undo", run.undo).text
        let left = undo.left.map { "- \(MarkdownText.code($0.step)): \(MarkdownText.phrase($0.reason))\n" }
        let title = steps.isEmpty ? "## Undo\n\n" : "\n"
        return steps + (left.isEmpty ? "" : title + "Not taken back:\n\n" + left.joined())
    }

    private func next(_ title: String) -> String {
        let commands = NextCommands.lines(for: run)
        return commands.isEmpty ? "" : "\(title):\n\n" + MarkdownText.fence(commands.joined(separator: "\n"))
    }

    private var foot: String {
        "---\n\nJournal of run \(MarkdownText.code(run.run)), last entry: SHA-256 \(MarkdownText.code(run.lastHash))\n"
    }
}
