import RunbookModel
import RunbookRun

/// The end of a run: why it did not come to its end, what to type next, and what was done.
struct ClosingLines {
    private let run: ReportedRun
    private let time: Timestamp
    private let width: Int

    init(_ run: ReportedRun, at time: Timestamp, width: Int) {
        self.run = run
        self.time = time
        self.width = width
    }

    func lines() -> [RunLine] {
        var lines = [RunLine("")]
        let failures = FailureLines(run, width: width).lines()
        if !failures.isEmpty {
            lines += failures + [RunLine("")]
        } else if ![.passed, .running, .undone].contains(run.phase) {
            lines += NextCommands.block(for: run) + [RunLine("")]
        }
        return lines + [summary]
    }

    private var summary: RunLine {
        let elapsed = run.state.started.map { " after " + ElapsedText.text(time.since($0)) } ?? ""
        let signal = run.state.signal.map { " by signal \($0)" } ?? ""
        let label = VisibleText.oneLine(run.start.environment.label)
        let phase: TerminalStyle.Role =
            switch run.phase {
            case .passed, .running, .undone: .good
            case .failed: .error
            case .waiting, .aborted, .interrupted: .warning
            }
        return RunLine("\(label): ", .strong) + RunLine(run.phase.words, phase)
            + RunLine("\(signal)\(elapsed), \(Tally.text(run.steps))\(changes)", .strong)
    }

    /// How much was changed, and where.
    private var changes: String {
        let counts = Changes(run).targets.flatMap { change in
            let place = change.target.map { " on " + VisibleText.oneLine($0) } ?? ""
            return [("", change.done.count), ("possibly ", change.perhaps.count)].filter { $0.1 > 0 }.map {
                word, count in
                "\(word)\(count) \(count == 1 ? "change" : "changes")\(place)"
            }
        }
        return counts.isEmpty ? "; nothing changed" : "; " + counts.joined(separator: ", ")
    }
}
