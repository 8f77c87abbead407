import RunbookModel
package import RunbookRun

/// What happens at this moment, in a line that a terminal writes again and again in one place.
package struct LiveStatus: Sendable {
    private struct Current {
        let step: OutlineStep
        let began: ContinuousClock.Instant
        /// What it does.
        var detail = ""
        /// What it lacks.
        var unmet: StepFailure?
    }

    private var current: Current?
    /// A check that is tried on behalf of another step, while none is under way.
    private var look: Current?

    /// Makes a status in which nothing happens.
    package init() {}

    /// Whether a step is under way, or a check is tried.
    package var isRunning: Bool { current ?? look != nil }

    /// The step that has been under way for so long; nil for one that is quick.
    package func step(after time: Duration, now: ContinuousClock.Instant) -> OutlineStep? {
        current.flatMap { now - $0.began >= time ? $0.step : nil }
    }

    /// Takes an event in.
    ///
    /// - Parameters:
    ///   - event: The event.
    ///   - now: This moment, by the clock that people see.
    ///   - before: The state of the run before it.
    package mutating func apply(_ event: RunEvent, now: ContinuousClock.Instant, before: RunState) {
        switch event {
        case .step(let step, let started as AttemptStarted):
            current = before.start?.outline.step(step).map { Current(step: $0, began: now) }
            if started.attempt > 1 { current?.detail = "attempt \(started.attempt)" }
        case .step(_, let sent as ActionSent): current?.detail = sent.action.title
        case .step(_, let refused as ActionRefused): current?.detail = "\(refused.reason); trying again"
        case .step(_, let progress as StepProgress): current?.detail = progress.text
        case .step(_, let polled as StepPolled): current?.unmet = polled.unmet
        case .step(_, is ActionResponded), .step(_, is StepWarned), .step(_, is ProcessesEnded),
            .step(_, is ProcessStarted),
            .step(_, is AnswerVoid), .step(_, is AnswerLate),
            .unknown:
            break
        case .run, .step: current = nil
        }
    }

    /// Takes in that a check is tried on behalf of another step; nil: it was.
    package mutating func look(at check: OutlineStep?, now: ContinuousClock.Instant) {
        look = check.map { Current(step: $0, began: now, detail: StepLines.looking) }
    }

    /// The line, less than `width` columns wide; nil when nothing happens.
    package func line(now: ContinuousClock.Instant, width: Int) -> RunLine? {
        guard let current = current ?? look else { return nil }
        let step = current.step
        let number = step.number.map { FittedText.cut(VisibleText.oneLine($0, limit: 40), to: 8) + "  " } ?? ""
        let time = "  " + time(current, now: now)
        // One column stays free: a line that fills the last one would be broken by some terminals.
        let room = max(8, width - 1 - 4 - ColumnWidth.of(number) - ColumnWidth.of(time))
        let detail = detail(current, columns: room * 3 / 5)
        let title = FittedText.cut(
            step.shownTitle, to: detail.isEmpty ? room : max(room * 2 / 5, room - 2 - ColumnWidth.of(detail)))
        let rest = room - ColumnWidth.of(title) - 2
        return RunLine("  ") + StepState.running.mark + RunLine(" \(number)\(title)") + RunLine(time, .strong)
            + (rest > 8 && !detail.isEmpty ? RunLine("  " + self.detail(current, columns: rest), .faint) : RunLine(""))
    }

    private func detail(_ current: Current, columns: Int) -> String {
        if let unmet = current.unmet { return UnmetText.text(unmet, of: current.step, columns: columns) }
        return FittedText.cut(VisibleText.oneLine(current.detail), to: columns)
    }

    /// Whole seconds since it began; of a wait also those that are left.
    private func time(_ current: Current, now: ContinuousClock.Instant) -> String {
        let elapsed = max(.zero, now - current.began)
        guard let within = current.step.within, within > .zero, self.current != nil else { return seconds(elapsed) }
        return "\(seconds(elapsed)), \(seconds(max(.zero, within - elapsed), roundsUp: true)) left"
    }

    private func seconds(_ duration: Duration, roundsUp: Bool = false) -> String {
        let milliseconds = duration.inMilliseconds
        let seconds = roundsUp ? (milliseconds + 999) / 1000 : milliseconds / 1000
        return seconds < 10 ? "\(seconds) s" : ElapsedText.text(.seconds(seconds))
    }
}
