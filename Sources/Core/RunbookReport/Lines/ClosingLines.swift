import RunbookModel
import RunbookRun

/// The end of a run: why it did not come to its end, what to type next, and what was done.
struct ClosingLines {
    private let run: ReportedRun
    private let time: Timestamp
    private let layout: LineLayout

    init(_ run: ReportedRun, at time: Timestamp, layout: LineLayout) {
        self.run = run
        self.time = time
        self.layout = layout
    }

    func lines() -> [RunLine] {
        var lines = [RunLine("")]
        let failures = FailureLines(run, layout: layout).lines()
        if !failures.isEmpty {
            lines += failures + [RunLine("")] + standing
        } else if ![.passed, .running, .undone].contains(run.phase) {
            lines += NextCommands.block(for: run) + [RunLine("")] + standing
        } else if run.phase == .passed {
            lines += legacy()
        }
        let idle =
            run.phase == .passed && run.isIdle
            ? [RunLine("No step was run: each was skipped. This says nothing about the runbook.", .warning)] : []
        return lines + reasons + idle + [summary]
    }

    /// What costs money until the run continues or is taken back; nothing where it ended with the sandbox.
    private var standing: [RunLine] { run.start.environment.endsWithProcess ? [] : legacy() }

    /// What a run leaves behind that costs money, and how it is taken back; ends with an empty line.
    private func legacy() -> [RunLine] {
        let built = Changes(run).targets.flatMap { change in
            let name = "  " + (change.target.map { VisibleText.oneLine($0) + ": " } ?? "")
            return change.dear.map { RunLine(name + VisibleText.oneLine($0)) }
                + change.perhapsDear.map { RunLine("\(name)possibly \(VisibleText.oneLine($0.title))") }
        }
        if built.isEmpty { return [] }
        let undo =
            run.start.environment.endsWithProcess
            ? RunLine.phrase("The sandbox ended with the run. Elsewhere `runbook undo RUN` takes it back.")
            : RunLine("  runbook undo \(NextCommands.quoted(run.run))" + run.place.options(of: "undo"), .strong).command
        return [RunLine("built, and costs money until it is removed:")] + built
            + (run.start.environment.endsWithProcess ? [undo] : [RunLine("to take it back:"), undo]) + [RunLine("")]
    }

    /// Why it failed, again: the last lines are what is seen first.
    private var reasons: [RunLine] {
        let failed = run.unfinished
        let rest = failed.count - 3
        return failed.prefix(3).map(FailureReason.line)
            + (rest > 0 ? [RunLine("and \(rest) more steps", .faint)] : [])
    }

    private var summary: RunLine {
        let elapsed = run.state.started.map { " after " + ElapsedText.text(time.since($0)) } ?? ""
        let signal = run.state.signal.map { " by signal \($0)" } ?? ""
        let label = VisibleText.oneLine(run.start.environment.label)
        let phase: TerminalStyle.Role =
            switch run.phase {
            case .undone where !run.leftByUndo.isEmpty: .warning
            case .passed, .running, .undone: .good
            case .failed: .error
            case .waiting, .aborted, .interrupted: .warning
            }
        let preparation = run.preparation.contains { $0.state == .failed } ? " in its preparation" : ""
        return RunLine("\(label): ", .strong) + RunLine(run.phase == .undone ? run.standing : run.phase.words, phase)
            + RunLine("\(preparation)\(signal)\(elapsed), \(Tally.text(run.steps))\(changes)", .strong)
    }

    /// How much was changed, and where.
    private var changes: String {
        let counts = Changes(run).targets.map { change in
            let place = change.target.map { " on " + VisibleText.oneLine($0) } ?? ""
            let (done, perhaps) = (change.done.count, change.perhaps.count)
            let total = done == 0 ? perhaps : done
            let more = done > 0 && perhaps > 0 ? ", possibly \(perhaps) more" : ""
            return "\(done == 0 ? "possibly " : "")\(total) \(total == 1 ? "change" : "changes")\(place)\(more)"
        }
        return counts.isEmpty ? "; nothing changed" : "; " + counts.joined(separator: ", ")
    }
}
