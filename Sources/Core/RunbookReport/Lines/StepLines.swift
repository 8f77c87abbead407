import RunbookModel

/// What is said of one step while it goes on.
struct StepLines {
    private static let indent = "     "
    private let outline: OutlineStep
    private let record: StepRecord
    private let width: Int

    init(_ outline: OutlineStep, _ record: StepRecord, width: Int) {
        self.outline = outline
        self.record = record
        self.width = width
    }

    /// The number and the prose of a step; only its title when it is left out.
    static func announcement(of outline: OutlineStep, isShort: Bool, width: Int) -> [RunLine] {
        let prose = outline.prose.isEmpty || isShort ? outline.title : outline.prose
        let number = outline.number.map { $0 + "." } ?? "-"
        let lines = WrappedText.lines(
            VisibleText.visible(WrappedText.reflowed(prose), keepsLines: true).replacing("\t", with: "    "),
            width: width - indent.count)
        let first = "  \(number) " + String(repeating: " ", count: max(0, 2 - number.count))
        return lines.enumerated().map { index, line in
            RunLine(.step, line.isEmpty ? "" : (index == 0 ? first : indent) + line)
        }
    }

    /// The lines that an event of the step adds below its prose; nil when it says nothing, not even the prose.
    func lines(for event: RunEvent, at time: Timestamp) -> [RunLine]? {
        switch event {
        case .skipped(_, let reason, let detail):
            return [state(.skipped, reason.words(detail: detail))]
        case .satisfied(_, let check, _, _):
            return [state(.satisfied, check == outline.id || check.isEmpty ? "" : "`\(check)` holds")]
        case .asked(_, let question): return asked(question)
        case .answered(_, let answer, _, let by, let via): return answered(answer, by: by, via: via)
        case .answerVoid(_, _, let by): return [detail("the answer of \(by) was for something else; it is asked again")]
        case .attemptStarted(_, let attempt): return attempt > 1 ? [detail("attempt \(attempt)")] : []
        case .actionSent, .actionAnswered: return nil
        case .actionRefused(_, let target, _, let reason):
            return [detail("not done" + (target.map { " on \($0)" } ?? "") + ": \(reason)")]
        case .polled(_, let tries, let unmet, _):
            // The last try is told twice when nothing changed after it: once as news, once as the end.
            let isTold = record.failure != nil && (record.tries == tries || record.failure == unmet)
            return isTold ? nil : unmet.map { polled($0, tries: tries, at: time) }
        case .progress(_, let text): return [detail(text)]
        case .passed: return [state(.passed, passedDetail(at: time))]
        case .failed(_, let failure, _, _): return [state(.failed, elapsed(at: time) + ": " + failure.message)]
        case .lost(_, let reason, let isDoubtful):
            return [isDoubtful ? state(.inDoubt, reason) : detail("interrupted: \(reason)")]
        case .stopped: return [state(.cancelled, elapsed(at: time))]
        case .settled(_, let applied, let by):
            return [detail((applied ? "it was done" : "it was not done") + " (settled by \(by))")]
        case .reset(_, let by): return [detail("set back by \(by)")]
        case .started, .resumed, .finished, .unknown: return nil
        }
    }

    private func asked(_ question: Question) -> [RunLine] {
        // A step by hand has shown its text already.
        let text = question.kinds == [.manual] ? [] : [detail(question.text)]
        return text + question.actions.map { detail("  " + $0) } + [state(.waiting, "for a person")]
    }

    private func answered(_ answer: PersonAnswer, by: String, via: String) -> [RunLine] {
        let source = via == by ? by : "\(by), \(via)"
        switch answer {
        case .go where outline.role == .manual: return [state(.passed, "by \(source)")]
        case .go: return [detail("yes (\(source))")]
        case .skip(let reason):
            return [state(.skipped, "by \(source)" + (reason.isEmpty ? "" : ": " + reason))]
        case .abort: return [detail("the run is stopped by \(source)")]
        }
    }

    private func polled(_ unmet: StepFailure, tries: Int, at time: Timestamp) -> [RunLine] {
        let seen =
            unmet.differences.first.map { "\($0.path) is \($0.actual), expected \($0.expected)" } ?? unmet.message
        let rest = unmet.differences.count > 1 ? " (and \(unmet.differences.count - 1) more)" : ""
        let target = unmet.target.map { "on \($0): " } ?? ""
        if tries <= 1 {
            let limit = outline.within.map { " up to \(DurationText.text($0))" } ?? ""
            return [detail("waits\(limit): \(target)\(seen)\(rest)")]
        }
        return [detail("after \(elapsed(at: time)), \(tries) tries: \(target)\(seen)\(rest)")]
    }

    private func passedDetail(at time: Timestamp) -> String {
        let tries = record.tries > 1 ? ", \(record.tries) tries" : ""
        return elapsed(at: time) + tries
    }

    private func elapsed(at time: Timestamp) -> String {
        ElapsedText.text(time.since(record.begun ?? record.asked ?? time))
    }

    private func state(_ state: StepState, _ detail: String) -> RunLine {
        RunLine(.state(state), Self.indent + state.words + (detail.isEmpty ? "" : ", " + line(detail)))
    }

    private func detail(_ text: String) -> RunLine { RunLine(.detail, Self.indent + line(text)) }

    private func line(_ text: String) -> String {
        VisibleText.oneLine(text)
    }
}
