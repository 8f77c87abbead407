import RunbookModel

/// What is said of one step: one line at its end, and before that only what cannot wait.
struct StepLines {
    private let outline: OutlineStep
    private let record: StepRecord
    private let columns: StepColumns
    /// Whether lines of this step stand already, so that its last one need not name it again.
    private let isAnnounced: Bool

    init(_ outline: OutlineStep, _ record: StepRecord, columns: StepColumns, isAnnounced: Bool) {
        self.outline = outline
        self.record = record
        self.columns = columns
        self.isAnnounced = isAnnounced
    }

    // MARK: The end

    /// The line of an event that ends the step; nil for any other.
    func end(for event: RunEvent, at time: Timestamp) -> RunLine? {
        switch event {
        case .skipped(_, let reason, let detail): return end(.skipped, "skipped, " + reason.words(detail: detail))
        case .satisfied(_, let check, _, _):
            return end(.satisfied, "already so" + (check == outline.id || check.isEmpty ? "" : ": `\(check)` holds"))
        case .answered(_, .go, _, let by, let via) where outline.role == .manual:
            return end(.passed, "done, by \(source(by, via))")
        case .answered(_, .skip(let reason), _, let by, _):
            return end(.skipped, "skipped, by \(by)" + (reason.isEmpty ? "" : ": " + reason))
        case .passed: return acted(.passed, "done, ", at: time)
        case .failed: return acted(.failed, "failed after ", at: time)
        case .stopped: return acted(.cancelled, "stopped after ", at: time)
        case .outcomeUnknown(_, let reason, true): return end(.inDoubt, "in doubt: " + reason)
        default: return nil
        }
    }

    private func end(_ state: StepState, _ words: String) -> RunLine {
        let words = visible(words)
        if isAnnounced { return columns.head(state.mark, outline) + .phrase(words) }
        return columns.line(state.mark, outline, because: words)
    }

    private func acted(_ state: StepState, _ word: String, at time: Timestamp) -> RunLine {
        var facts = [ElapsedText.text(time.since(record.attemptStarted ?? record.asked ?? time))]
        if record.tries > 1 { facts.append("\(record.tries) tries") }
        if record.attempts > 1 { facts.append("attempt \(record.attempts)") }
        if record.isConfirmedUnasked { facts.append("confirmed by `--yes`") }
        let text = visible(facts.joined(separator: ", "))
        if isAnnounced { return columns.head(state.mark, outline) + .phrase(word + text) }
        return columns.line(
            state.mark, outline, request: request, ending: state == .passed ? text : word + text)
    }

    /// What was sent, in one line.
    private var request: String {
        guard let first = record.exchanges.first else { return outline.requestLine }
        let rest = Set(record.exchanges.map(\.action.index)).count - 1
        return visible(first.action.title) + (rest > 0 ? " +\(rest)" : "")
    }

    // MARK: On the way

    /// The lines of an event that cannot wait for the step's end; empty for most.
    func news(for event: RunEvent, at time: Timestamp) -> [RunLine] {
        switch event {
        case .answered(_, let answer, _, let by, let via): return answered(answer, by: source(by, via))
        case .answerVoid(_, _, let by): return [detail("the answer of \(by) was for something else; it is asked again")]
        case .actionRefused(_, let target, _, let reason):
            let target = outline.targets.count > 1 ? target.map { " on \($0)" } ?? "" : ""
            return [detail("not done\(target): \(reason)")]
        case .polled(_, let tries, let unmet?, _): return [detail(polled(unmet, tries: tries, at: time))]
        case .progress(_, let text): return [detail(text)]
        case .outcomeUnknown(_, let reason, false): return [detail("interrupted: \(reason)")]
        case .settled(_, let applied, let by, let place):
            let action = place.flatMap { place in record.exchanges.last { $0.action.place == place } }?.action
            let target = outline.targets.count > 1 ? action?.target.map { " on \($0)" } ?? "" : ""
            let what = action.map { "`\($0.title)`\(target)" } ?? "it"
            return [detail("\(what) \(applied ? "was done" : "was not done") (settled by \(by))")]
        // That `resume` begins a step again is seen when it does.
        case .reset(_, let by) where by != "resume": return [detail("set back by \(by)")]
        default: return []
        }
    }

    /// What stands before the first line of a step that does not end at once.
    var announcement: RunLine { columns.announcement(StepState.running.mark, outline) }

    /// What a person reads before an answer: the prose in full, the question, and what a yes sends.
    func question(_ question: Question) -> [RunLine] {
        let isManual = question.kinds.contains(.manual)
        let prose = isManual ? question.text : outline.prose
        let indent = String(repeating: " ", count: columns.indent)
        var lines = PlainProse.lines(prose.isEmpty ? outline.title : prose, width: columns.width - columns.indent)
            .enumerated().map { index, line -> RunLine in
                let text = RunLine.phrase(line)
                if index == 0 { return columns.head(StepState.waiting.mark, outline) + text }
                return line.isEmpty ? text : RunLine(indent) + text
            }
        if isManual { return lines }
        if visible(question.text) != outline.shownTitle { lines.append(detail(question.text, .strong)) }
        for action in question.actions { lines.append(RunLine(indent + "  " + visible(action), .strong)) }
        if question.kinds.contains(.destroy) { lines.append(detail("This destroys something.", .error)) }
        if question.kinds.contains(.spend) { lines.append(detail("This costs money.", .error)) }
        return lines
    }

    private func answered(_ answer: PersonAnswer, by source: String) -> [RunLine] {
        switch answer {
        case .go: [detail("yes, by \(source)")]
        case .skip, .applied, .notApplied: []
        case .abort: [detail("the run is stopped by \(source)")]
        }
    }

    private func polled(_ unmet: StepFailure, tries: Int, at time: Timestamp) -> String {
        let limit = outline.within.map { $0 > .zero ? " up to \(DurationText.text($0))" : "" } ?? ""
        let elapsed = ElapsedText.text(time.since(record.attemptStarted ?? time))
        let start = tries <= 1 ? "waits\(limit): " : "after \(elapsed), \(tries) tries: "
        return start
            + UnmetText.text(unmet, of: outline, columns: columns.width - columns.indent - ColumnWidth.of(start))
    }

    // MARK: Words

    private func source(_ by: String, _ via: String) -> String { via == by ? by : "\(by) (\(via))" }

    private func detail(_ text: String, _ role: TerminalStyle.Role? = .faint) -> RunLine {
        RunLine(String(repeating: " ", count: columns.indent)) + .phrase(visible(text), role)
    }

    private func visible(_ text: String) -> String { VisibleText.oneLine(text) }
}

extension StepRecord {
    /// Whether `--yes` answered its gate, so that nobody was asked.
    fileprivate var isConfirmedUnasked: Bool { answers.last.map { $0.via == "--yes" && $0.answer == .go } ?? false }
}
