import RunbookModel
package import RunbookRun

/// A run on one screen, for whoever takes the shift over: what is done, what waits, what costs money, how to continue.
///
/// It is bounded whatever the run holds, so that it can be pasted into a chat: less than 2,000 characters.
package struct Handover {
    /// The most characters of a whole text.
    package static let limit = 2000
    /// The most characters of a command without its store; one that is longer is replaced by the one that lists the
    /// questions.
    private static let longestCommand = 240

    private let run: ReportedRun
    private let now: Timestamp
    /// What each command below needs, where it would not fit into each of them.
    private let setting: String
    /// Who executes the run at this moment, in words; nil when no process does.
    private let owner: String?

    /// Makes the writer of a text.
    ///
    /// - Parameters:
    ///   - now: This moment.
    ///   - owner: Who executes the run at this moment, in words; nil when no process does.
    package init(_ run: ReportedRun, now: Timestamp, owner: String? = nil) {
        self.init(run, now: now, setting: "", owner: owner)
    }

    private init(_ run: ReportedRun, now: Timestamp, setting: String, owner: String?) {
        self.owner = owner
        self.run = run
        self.now = now
        self.setting = setting
    }

    /// The text; ends in a line break.
    package var text: String {
        let text = wholeText
        guard text.unicodeScalars.count >= Self.limit, let store = run.place.store else { return text }
        let short = run.with(place: CommandPlace(plugins: run.place.plugins))
        // The store is said once, where commands find it.
        let setting = "export RUNBOOK_STORE=\(NextCommands.quoted(store))"
        return Handover(short, now: now, setting: setting, owner: owner).wholeText
    }

    private var wholeText: String {
        var rows: [(String, String)] = [("run", head), ("where", place), ("stands", standing)]
        rows += held + [("first", setting)]
        rows += questions
        rows += failures
        rows += [("changed", changes), ("costs", costs), ("left out", skipped), ("next", next), ("undo", undo)]
        return rows.filter { !$0.1.isEmpty }.map { name, text in
            "\(name)\(String(repeating: " ", count: max(1, 10 - name.count)))\(text)\n"
        }.joined()
    }

    // MARK: What it is

    private var head: String { "\(run.run): \(short(run.start.outline.title, 80))" }

    private var place: String {
        let started = run.state.started.map { ", began \(MomentText.full($0))" } ?? ""
        return "\(short(run.start.environment.label, 40)), \(short(run.start.document.file, 60)), "
            + "by \(short(run.start.user, 30))\(started)"
    }

    private var standing: String {
        let last = run.allSteps.filter { $0.state == .passed || $0.state == .satisfied }.max {
            ($0.record.finished?.milliseconds ?? 0) < ($1.record.finished?.milliseconds ?? 0)
        }
        let tail = last.map { step in
            let ago = step.record.finished.map { " \(ElapsedText.text(now.since($0))) ago" } ?? ""
            return "; the last one\(ago): \(short(step.heading, 70))"
        }
        return "\(run.standing), \(Tally.text(run.steps))\(tail ?? "")"
    }

    /// Who executes it, and how that is ended: no other command continues it before.
    private var held: [(String, String)] {
        guard let owner else { return [] }
        let stop = "runbook stop \(NextCommands.quoted(run.run))" + run.place.options(of: "stop")
        return [("held", "by \(short(owner, 120))"), ("", "to end that: " + command(stop, or: "stop"))]
    }

    // MARK: What needs somebody

    private var questions: [(String, String)] {
        let waiting = WaitingLines(run, now: now).steps
        let rows = waiting.prefix(1).flatMap { step -> [(String, String)] in
            let question = step.state == .inDoubt ? ("in doubt", doubt(of: step)) : ("asks", asked(by: step))
            if run.isGone { return [question] }
            let other = step.isTooOld(at: now) ? "resume" : "confirm"
            return [question, ("", command(NextCommands.confirm(run, step, at: now), or: other))]
        }
        let rest = waiting.count - 1
        let all = "runbook confirm \(NextCommands.quoted(run.run))" + run.place.options(of: "confirm")
        return rest > 0 ? rows + [("", "and \(rest) more: \(all)")] : rows
    }

    /// Which request of a step is in doubt, and where: the person who looks for it needs both, however long the title is.
    private func doubt(of step: ReportedStep) -> String {
        let requests = step.record.unanswered.map(\.action)
        let shown = requests.prefix(2).map { action in
            short(action.title, 100) + (action.target.map { " on \(short($0, 40))" } ?? "")
        }
        let rest = requests.count > 2 ? " and \(requests.count - 2) more" : ""
        let what = shown.isEmpty ? "" : shown.joined(separator: ", ") + rest + ": "
        return "\(short(step.heading, 80)): \(what)\(short(step.doubt, 100))"
    }

    /// What a step asks, and which values it takes.
    private func asked(by step: ReportedStep) -> String {
        let question = step.record.question
        let values = question?.allowed.map { " " + short($0, 100) } ?? ""
        let age = step.isTooOld(at: now) ? " (too old to be answered; this asks it again)" : ""
        return short(question?.text ?? step.heading, 120) + values + age
    }

    private var failures: [(String, String)] {
        // What failed while the run was taken back comes first: that is where it stands.
        let failed = (run.undo + run.allSteps).filter { $0.state == .failed }
        return failed.prefix(1).map { step in
            ("failed", "\(short(step.heading, 60)): \(short(step.record.failure?.message ?? "", 120))")
        }
    }

    // MARK: What it left behind

    private var changes: String {
        let changes = Changes(run).targets
        if changes.isEmpty { return "nothing" }
        let parts = changes.map { change in
            let name = change.target.map { short($0, 30) + ": " } ?? ""
            let done = change.done.suffix(2).map { short($0, 50) }
            let rest = change.done.count - done.count
            let perhaps = change.perhaps.isEmpty ? [] : ["perhaps \(short(change.perhaps[0].title, 50))"]
            return name
                + ((rest > 0 ? [rest == 1 ? "1 request" : "\(rest) requests"] : []) + done + perhaps).joined(
                    separator: ", ")
        }
        return short(parts.prefix(10).joined(separator: "; "), 260)
    }

    /// What was begun that costs money, and was not taken back.
    private var costs: String {
        let dear = run.allSteps.filter { step in
            step.outline.effect == .spend
                && (step.state == .passed || step.state == .inDoubt || step.record.applied != .no
                    || !step.record.begun.isEmpty)
                && step.record.exchanges.contains { !step.wasThere($0.action) }
        }
        return list(dear.map(\.heading))
    }

    private var skipped: String {
        list(run.steps.filter { $0.state == .skipped && $0.record.skipped?.reason == .person }.map(\.heading))
    }

    private var next: String {
        let commands = NextCommands.lines(for: run)
        guard let last = commands.last else { return "nothing" }
        return command(last, or: "report")
    }

    private var undo: String {
        let isThere = !Changes(run).targets.isEmpty && run.phase != .undone
        if !isThere || run.isGone || owner != nil { return "" }
        return command("runbook undo \(NextCommands.quoted(run.run))" + run.place.options(of: "undo"), or: "undo")
    }

    // MARK: Words

    private func list(_ texts: [String]) -> String {
        if texts.isEmpty { return "" }
        let rest = texts.count - 3
        return texts.prefix(3).map { short($0, 50) }.joined(separator: "; ") + (rest > 0 ? "; and \(rest) more" : "")
    }

    /// A command whole: one that was cut could not be pasted.
    private func command(_ text: String, or other: String = "confirm") -> String {
        let options = run.place.options(of: other)
        let isShort = text.unicodeScalars.count <= Self.longestCommand + options.unicodeScalars.count
        return isShort
            ? VisibleText.oneLine(text, limit: 8000) : "runbook \(other) \(NextCommands.quoted(run.run))" + options
    }

    private func short(_ text: String, _ columns: Int) -> String {
        let line = FittedText.cut(VisibleText.oneLine(text, limit: columns * 2), to: columns)
        // Marks that combine take no column, and there may be any number of them.
        return line.unicodeScalars.count <= columns ? line : String(line.unicodeScalars.prefix(columns - 1)) + "…"
    }
}
