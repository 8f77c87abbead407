import RunbookModel
import RunbookRun

/// What is said of one step: one line at its end, and before that only what cannot wait.
struct StepLines {
    private let outline: OutlineStep
    private let record: StepRecord
    private let columns: StepColumns
    /// Whether lines of this step stand already, so that its last one need not name it again.
    private let isAnnounced: Bool
    private let detail: LineDetail

    init(
        _ outline: OutlineStep, _ record: StepRecord, columns: StepColumns, isAnnounced: Bool,
        detail: LineDetail = .steps
    ) {
        var outline = outline
        outline.heading.title = record.title ?? outline.heading.title
        self.outline = outline
        self.detail = detail
        self.record = record
        self.columns = columns
        self.isAnnounced = isAnnounced
    }

    // MARK: The end

    /// The lines of an event that ends the step; nil for any other.
    func end(for event: any StepEvent, at time: Timestamp) -> [RunLine]? {
        end(event, at: time).map { $0 + found(by: event) }
    }

    /// What came back, where somebody wants to see it: the response of a read, and what was taken from it.
    private func found(by event: any StepEvent) -> [RunLine] {
        let wantsResponse = outline.showsResponse || detail == .responses && outline.effect == .read
        let lines = seen
        switch event {
        case let event as StepPassed:
            let isSeen = detail == .exchanges && !outline.showsResponse
            let responses = wantsResponse && !isSeen ? record.responses(ofReads: !outline.showsResponse) : []
            return responses.flatMap { lines.response($0) }
                + (detail > .steps ? lines.values(event.values) : [])
        case let event as StepSatisfied:
            return (wantsResponse ? event.response.map { [$0] } ?? [] : []).flatMap { lines.response($0) }
                + (detail > .steps ? lines.values(event.values) : [])
        default: return []
        }
    }

    /// What shows requests, responses and values below the step's line.
    private var seen: SeenLines { SeenLines(indent: columns.indent, width: columns.width, limit: columns.limit) }

    private func end(_ event: any StepEvent, at time: Timestamp) -> [RunLine]? {
        switch event {
        case let event as StepSkipped:
            return end(.skipped, "skipped, " + event.reason.words(detail: event.detail))
        case let event as StepSatisfied:
            let isOwn = event.check == outline.id || event.check.isEmpty
            return end(.satisfied, "already done" + (isOwn ? "" : ": `\(event.check)` passes"))
        case let event as StepAnswered: return end(for: event)
        case let event as StepPassed: return acted(.passed, "done, ", shown: event.shown, at: time)
        case is StepFailed: return acted(.failed, "failed after ", at: time)
        case is StepStopped: return acted(.cancelled, "stopped after ", at: time)
        case let event as OutcomeUnknown where event.isDoubtful: return end(.inDoubt, "in doubt: " + event.reason)
        default: return nil
        }
    }

    private func end(for event: StepAnswered) -> [RunLine]? {
        switch event.answer {
        case .go where outline.role == .manual || record.question?.kinds.contains(.accept) == true:
            return end(.passed, "done, by \(source(event))")
        case .set(let text): return end(.passed, "`\(text)`, by \(source(event))")
        case .skip(let reason): return end(.skipped, "skipped, by \(event.by)" + (reason.isEmpty ? "" : ": " + reason))
        case .accept: return end(.passed, "accepted as it is, by \(source(event))")
        case .go, .abort, .applied, .notApplied, .again: return nil
        }
    }

    private func end(_ state: StepState, _ words: String) -> [RunLine] {
        let words = visible(words)
        if isAnnounced { return [columns.head(state.mark, outline) + .phrase(words)] }
        return columns.lines(state.mark, outline, because: words)
    }

    private func acted(_ state: StepState, _ word: String, shown: String? = nil, at time: Timestamp) -> [RunLine] {
        var facts = [ElapsedText.text(time.since(record.attemptStarted ?? record.asked ?? time))]
        facts += record.counts
        if record.isConfirmedUnasked { facts.append("confirmed by `--yes`") }
        let text = visible(facts.joined(separator: ", "))
        if isAnnounced {
            let seen = shown.map { [detail($0, .strong)] } ?? []
            return seen + [columns.head(state.mark, outline) + .phrase(word + text)]
        }
        return columns.lines(
            state.mark, outline, shown: shown.map(visible) ?? request, isWanted: shown != nil,
            ending: state == .passed ? text : word + text)
    }

    /// What was sent, in one line.
    private var request: String {
        let sent = record.exchanges.isEmpty ? record.polled : record.exchanges.map(\.action)
        guard let first = sent.first else { return outline.requestLine }
        let rest = Set(sent.map(\.index)).count - 1
        return visible(first.title) + (rest > 0 ? " +\(rest)" : "")
    }

    // MARK: On the way

    /// What is said of a check that is tried on behalf of another step.
    static let looking = "checking whether it passes"

    /// The lines of such a check.
    var looking: [RunLine] { [announcement, detail(StepLines.looking)] }

    /// The lines of an event that cannot wait for the step's end; empty for most.
    func news(for event: any StepEvent, at time: Timestamp) -> [RunLine] {
        switch event {
        case let event as StepAnswered: return answered(event)
        case let event as AnswerVoid:
            if event.isTooOld { return [detail("the answer of \(event.by) is too old; the question is asked again")] }
            return [detail("the answer of \(event.by) was for an older question; the new question is asked")]
        case let event as AnswerLate:
            let late = event.answer
            return [detail("\(late.by) (\(late.via)) answered too late: \(late.answer.words)")]
        case let event as ActionRefused: return [detail("not done\(place(event.place.target)): \(event.reason)")]
        case let event as StepPolled: return polled(event, at: time)
        case let event as ActionSent where detail == .exchanges:
            return seen.request(event.action)
        case let event as ActionResponded where detail == .exchanges:
            return seen.response(event.response, isWhole: true)
        case let event as StepProgress: return [detail(event.text)]
        case let event as StepDiagnosed:
            let finding = event.finding
            return [
                detail(
                    "\(finding.mark) \(finding.words): \(finding.brief)", finding.result == .fails ? .warning : .faint)
            ]
        case let event as ProcessesEnded: return event.processes.map { detail(ProcessesEnded.sentence($0)) }
        case let event as StepWarned: return [detail("warning: \(event.text)")]
        case let event as OutcomeUnknown where !event.isDoubtful: return [detail("interrupted: \(event.reason)")]
        case let event as DoubtSettled: return [detail(settled(event))]
        // That `resume` begins a step again is seen when it does.
        case let event as StepReset where event.by != "resume": return [detail("reset by \(event.by)")]
        default: return []
        }
    }

    private func polled(_ event: StepPolled, at time: Timestamp) -> [RunLine] {
        let news = event.unmet.map { [detail(polled($0, tries: event.tries, at: time))] } ?? []
        guard detail == .exchanges else { return news }
        return event.requests.flatMap { seen.request($0) }
            + (event.response.map { seen.response($0, isWhole: true) } ?? []) + news
    }

    private func settled(_ event: DoubtSettled) -> String {
        let action = event.place.flatMap { place in record.exchanges.last { $0.action.place == place } }?.action
        let what = action.map { "`\($0.title)`\(place($0.target))" } ?? "it"
        if event.by == DoubtSettled.token { return "\(what) is sent again: together they act only once" }
        if event.by == DoubtSettled.removal { return "\(what) is sent again: what it removes is gone in either case" }
        let checks = event.checks.map { "`\($0)`" }.joined(separator: ", ")
        let source = event.by == DoubtSettled.check && !checks.isEmpty ? checks : event.by
        return "\(what) \(event.applied ? "was done" : "was not done") (settled by \(source))"
    }

    /// On which of several targets something happened.
    private func place(_ target: String?) -> String {
        outline.targets.count > 1 ? target.map { " on \($0)" } ?? "" : ""
    }

    /// What is before the first line of a step that does not end at once.
    var announcement: RunLine { columns.announcement(StepState.running.mark, outline) }

    /// What a person reads before an answer: the prose in full, the question, and what a yes sends.
    func question(_ question: Question) -> [RunLine] {
        let isManual = question.kinds.contains(.manual) || question.kinds.contains(.parameter)
        let prose = isManual ? question.text : outline.prose
        let indent = String(repeating: " ", count: columns.indent)
        var lines = PlainProse.lines(prose.isEmpty ? outline.title : prose, width: columns.width - columns.indent)
            .enumerated().map { index, line -> RunLine in
                let text = RunLine.phrase(line)
                if index == 0 { return columns.head(StepState.waiting.mark, outline) + text }
                return line.isEmpty ? text : RunLine(indent) + text
            }
        let evidence = EvidenceText.sentences(question).map { detail($0) }
        if isManual { return lines + evidence }
        if visible(question.text) != outline.shownTitle { lines.append(detail(question.text, .strong)) }
        for action in question.actions { lines.append(RunLine(indent + "  " + visible(action), .strong)) }
        if question.kinds.contains(.destroy) { lines.append(detail("This step destroys data or resources.", .error)) }
        if question.kinds.contains(.spend) { lines.append(detail("This step costs money.", .error)) }
        return lines + evidence
    }

    private func answered(_ event: StepAnswered) -> [RunLine] {
        switch event.answer {
        case .go: [detail("yes, by \(source(event))")]
        case .again: [detail("to be done again, by \(source(event))")]
        case .skip, .applied, .notApplied, .accept, .set: []
        case .abort: [detail("the run was stopped by \(source(event))")]
        }
    }

    private func polled(_ unmet: StepFailure, tries: Int, at time: Timestamp) -> String {
        let limit = outline.within.map { $0 > .zero ? " up to \(DurationText.text($0))" : "" } ?? ""
        let elapsed = ElapsedText.text(time.since(record.attemptStarted ?? time))
        let start = tries <= 1 ? "waiting\(limit): " : "after \(elapsed), \(tries) tries: "
        return start
            + UnmetText.text(unmet, of: outline, columns: StepColumns.unlimited)
    }

    // MARK: Words

    private func source(_ event: StepAnswered) -> String {
        event.via == event.by ? event.by : "\(event.by) (\(event.via))"
    }

    private func detail(_ text: String, _ role: TerminalStyle.Role? = .faint) -> RunLine {
        columns.margin + .phrase(visible(text), role)
    }

    private func visible(_ text: String) -> String { VisibleText.oneLine(text, limit: 4000) }
}

extension StepRecord {
    /// The responses of the last attempt.
    ///
    /// - Parameter ofReads: Whether only those of reads are wanted.
    fileprivate func responses(ofReads: Bool) -> [ResponseRecord] {
        let responses = exchanges.filter { !ofReads || $0.action.effect == .read }.compactMap(\.response)
        return exchanges.isEmpty ? lastResponse.map { [$0] } ?? [] : responses
    }

    /// Whether `--yes` answered its gate, so that nobody was asked.
    fileprivate var isConfirmedUnasked: Bool { answers.last.map { $0.via == "--yes" && $0.answer == .go } ?? false }
}
