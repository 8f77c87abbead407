package import RunbookModel
package import RunbookRun

/// Reports a run as it happens: each event gives the lines that it adds.
///
/// A step is one line, written when it has ended. Only what cannot wait is before it: what a person must read, what a
/// wait lacks, what is tried again. Nothing is ever taken back, so the lines suit a file as well as a terminal; what
/// only a terminal can show, a line that changes, is ``LiveStatus``.
package struct LineRenderer: Sendable {
    /// How much time passes between two lines of one wait, at least: a wait may see something new with every try.
    private static let pauseOfNews = 10_000

    private let run: String
    private let documents: [SourceText]
    private let place: CommandPlace
    private let isLive: Bool
    private let detail: LineDetail
    private var layout: LineLayout
    private var start: RunStart?
    private var columns: StepColumns?
    /// The section and the step that lines were written of last.
    private var section: [String]?
    private var announced: String?
    /// The digest of the question that was shown last.
    private var asked: String?
    /// A question that nobody has been shown yet: `--yes` may answer it at once.
    private var held: (step: OutlineStep, question: Question)?
    /// When a wait was last reported.
    private var lastNews: Timestamp?
    /// Why an attempt was not done yet, by target: a resource is looked at many times, and told of when it changes.
    private var refusals: [String?: String] = [:]

    /// Makes a renderer.
    ///
    /// - Parameters:
    ///   - run: The run's identity.
    ///   - documents: The texts of the documents, for the place of a failure.
    ///   - layout: How lines are laid out.
    ///   - isLive: Whether a ``LiveStatus`` tells what waits lack.
    ///   - detail: How much of what comes back is shown.
    ///   - place: What the commands that continue the run must say.
    package init(
        run: String, documents: [SourceText] = [], layout: LineLayout = .file(), isLive: Bool = false,
        detail: LineDetail = .steps, place: CommandPlace = CommandPlace()
    ) {
        self.run = run
        self.place = place
        self.documents = documents
        self.layout = layout
        self.isLive = isLive
        self.detail = detail
    }

    /// Goes on with lines of another width.
    package mutating func resize(to layout: LineLayout) {
        if self.layout == layout { return }
        self.layout = layout
        columns = nil
    }

    private var width: Int { layout.width }

    /// The lines that an event adds.
    ///
    /// - Parameters:
    ///   - event: The event.
    ///   - at: When it happened.
    ///   - before: The state of the run before it.
    package mutating func lines(for event: RunEvent, at time: Timestamp, before: RunState) -> [RunLine] {
        layout.lines(allLines(for: event, at: time, before: before))
    }

    private mutating func allLines(for event: RunEvent, at time: Timestamp, before: RunState) -> [RunLine] {
        if start == nil { start = before.start }
        switch event {
        case .run(let start as RunStart):
            self.start = start
            return StartLines(start, run: run, width: width).lines()
        case .run(let event as RunResumed):
            (section, announced) = (nil, nil)
            return [RunLine("resumed by \(visible(event.user)) on \(visible(event.host))")]
        case .run(let event as DocumentAdopted):
            start = (try? before.applying(.run(event), at: time))?.start ?? start
            (section, announced, columns) = (nil, nil, nil)
            let file = event.documents.first?.file ?? ""
            return [RunLine("the edited text of `\(visible(file))` is adopted, by \(visible(event.by))")]
        case .run(let event as EnvironmentAdopted):
            return [
                RunLine(
                    "the edited environment `\(visible(event.environment.name))` is adopted, by \(visible(event.by))"
                )
            ]
        case .run(let event as ParametersAdopted):
            let names = event.parameters.map { "`\(visible($0.name))`" }.joined(separator: ", ")
            return [RunLine("\(visible(event.by)) changed the value of \(names)")]
        case .run(let end as RunFinished):
            let question = asking() + (end.phase == .waiting ? waiting(before) : [])
            guard let state = try? before.applying(event, at: time),
                let run = ReportedRun(run: run, state: state, isOwned: false, documents: documents, place: place)
            else { return question }
            return question + ClosingLines(run, at: time, layout: layout).lines()
        case .run(let event as NoticeFailed):
            return [
                RunLine.phrase(
                    "the notice of `\(event.occasion.rawValue)` was not sent: \(visible(event.reason))", .warning)
            ]
        case .run(let event as UndoStarted):
            (section, announced) = (nil, nil)
            return UndoLines(event, in: before).lines()
        case .unknown(let kind, _): return [RunLine("unknown event `\(visible(kind))`", .faint)]
        case .run: return []
        case .step(let id, let event):
            guard let step = before.outline(of: id) ?? start?.outline.step(id) else { return [] }
            return lines(for: event, of: step, at: time, before: before)
        }
    }

    private mutating func lines(
        for event: any StepEvent, of step: OutlineStep, at time: Timestamp, before: RunState
    ) -> [RunLine] {
        switch event {
        case let event as StepAsked:
            held = (step, event.question)
            return []
        case let event as StepAnswered where event.answer == .go && event.via == "--yes" && step.role != .manual:
            held = nil
            return []
        default: return asking() + lines(of: step, for: event, at: time, before: before)
        }
    }

    /// The lines that a person reads before the answer to a question; empty when they stand already.
    package mutating func lines(asking question: Question, of step: OutlineStep) -> [RunLine] {
        layout.lines(allLines(asking: question, of: step))
    }

    private mutating func allLines(asking question: Question, of step: OutlineStep) -> [RunLine] {
        held = nil
        if announced == step.id, asked == question.digest { return [] }
        asked = question.digest
        let lines = StepLines(step, StepRecord(), columns: stepColumns(), isAnnounced: false)
        return heading(of: step) + announce(step, lines.question(question))
    }

    /// What a step is about that takes its time, as its document says it; empty when lines of it are there already, or
    /// when its title says all.
    package mutating func lines(explaining step: OutlineStep) -> [RunLine] {
        if announced == step.id || held != nil { return [] }
        let columns = stepColumns()
        let prose = PlainProse.lines(step.prose, width: width - columns.indent)
        if prose.count < 2 { return [] }
        let lines = prose.enumerated().map { index, line in
            (index == 0 ? columns.head(StepState.running.mark, step) : columns.margin) + .phrase(line)
        }
        return layout.lines(heading(of: step) + announce(step, lines))
    }

    /// That a check is tried on behalf of another step, which takes its time.
    package mutating func lines(lookingAt check: OutlineStep) -> [RunLine] {
        if held != nil { return [] }
        let lines = StepLines(check, StepRecord(), columns: stepColumns(), isAnnounced: false).looking
        return layout.lines(heading(of: check) + announce(check, lines))
    }

    /// The question that was held back.
    private mutating func asking() -> [RunLine] {
        guard let (step, question) = held else { return [] }
        return allLines(asking: question, of: step)
    }

    /// At the end of a run that waits, the questions that an earlier process asked.
    private mutating func waiting(_ state: RunState) -> [RunLine] {
        var lines: [RunLine] = []
        let undo = state.undo.map { [UndoRecord.question] + $0.entries.map(\.outline.id) } ?? []
        let steps = (start?.outline.steps ?? []) + undo.compactMap { state.outline(of: $0) }
        for step in steps {
            let record = state.step(step.id)
            guard record.state == .waiting, let question = record.question else { continue }
            lines += allLines(asking: question, of: step)
        }
        return lines
    }

    private mutating func lines(
        of step: OutlineStep, for event: any StepEvent, at time: Timestamp, before: RunState
    ) -> [RunLine] {
        if event is AttemptStarted { (lastNews, refusals) = (nil, [:]) }
        if let event = event as? StepWarned, isKnown(event, before) { return [] }
        let lines = StepLines(
            step, before.step(step.id), columns: stepColumns(), isAnnounced: announced == step.id, detail: detail)
        if let end = lines.end(for: event, at: time) {
            let heading = heading(of: step)
            announced = nil
            return heading + end
        }
        if let event = event as? StepPolled {
            // The last try is reported twice when nothing changed after it: once as news, once as the end.
            let record = before.step(step.id)
            let isOld = record.failure != nil && (record.tries == event.tries || record.failure == event.unmet)
            let isSoon = lastNews.map { time.since($0).inMilliseconds < Self.pauseOfNews } ?? false
            if (isLive || isOld || isSoon) && (detail < .exchanges || event.unmet != nil && isOld) { return [] }
            lastNews = time
        }
        if let event = event as? ActionRefused,
            refusals.updateValue(event.reason, forKey: event.place.target) == event.reason
        {
            return []
        }
        let news = lines.news(for: event, at: time)
        if news.isEmpty { return [] }
        let start = announced == step.id ? [] : [lines.announcement]
        return heading(of: step) + announce(step, start + news)
    }

    /// Whether another step has told of the same already: a server repeats its warnings with every request.
    ///
    /// One that begins with a member's name is about this step's own response.
    private func isKnown(_ event: StepWarned, _ before: RunState) -> Bool {
        !event.text.hasPrefix("`")
            && (start?.outline.steps ?? []).contains { before.step($0.id).warnings.contains(event.text) }
    }

    /// The section's heading, when it is another one than before.
    private mutating func heading(of step: OutlineStep) -> [RunLine] {
        if step.section == section { return [] }
        section = step.section
        let isPreparation = start?.isPreparation(step) ?? false
        var words = [isPreparation ? "Preparation" : nil, step.section.last].compactMap { $0 }
        // The document's own title was the first line already.
        if words.last == start?.outline.title { words.removeLast() }
        return words.isEmpty ? [RunLine("")] : [RunLine(""), RunLine(visible(words.joined(separator: ": ")), .strong)]
    }

    private mutating func announce(_ step: OutlineStep, _ lines: [RunLine]) -> [RunLine] {
        announced = step.id
        return lines
    }

    private mutating func stepColumns() -> StepColumns {
        if let columns { return columns }
        let columns = StepColumns(start?.outline ?? Outline(title: "", steps: []), layout)
        self.columns = columns
        return columns
    }

    private func visible(_ text: String) -> String { VisibleText.oneLine(text) }
}
