package import RunbookModel

/// Tells a run while it goes on, in plain lines for people: each event gives the lines that it adds.
///
/// Section and prose stand before a step, its state after it; a wait says what it waits for, and again when what it
/// sees has changed. Nothing is ever taken back, so the lines are the same on a terminal, in a file and in a pipe.
package struct LineRenderer: Sendable {
    private let run: String
    private let document: SourceText?
    private let width: Int
    /// The section and the step that were announced last.
    private var section: [String]?
    private var step: String?

    /// Makes a renderer.
    ///
    /// - Parameters:
    ///   - run: The run's identity.
    ///   - document: The text of the document, for the place of a failure.
    ///   - width: The columns that prose is wrapped at.
    package init(run: String, document: SourceText? = nil, width: Int = 100) {
        self.run = run
        self.document = document
        self.width = max(40, width)
    }

    /// The lines that an event adds.
    ///
    /// - Parameters:
    ///   - event: The event.
    ///   - at: When it happened.
    ///   - before: The state of the run before it.
    package mutating func lines(for event: RunEvent, at time: Timestamp, before: RunState) -> [RunLine] {
        switch event {
        case .started(let start): return StartLines(start, run: run).lines()
        case .resumed(let user, let host):
            (section, step) = (nil, nil)
            return [RunLine(.detail, "taken on again by \(visible(user)) on \(visible(host))")]
        case .finished:
            guard let state = try? before.applying(event, at: time) else { return [] }
            return closing(state, at: time)
        case .unknown(let kind, _): return [RunLine(.detail, "unknown event `\(visible(kind))`")]
        default: break
        }
        guard let id = event.step, let outline = before.start?.outline.step(id) else { return [] }
        guard let lines = StepLines(outline, before.step(id), width: width).lines(for: event, at: time) else {
            return []
        }
        return announcement(of: outline, for: event, title: before.start?.outline.title) + lines
    }

    /// The section, when it is another one than before, and the step's prose, when it is another step.
    private mutating func announcement(
        of outline: OutlineStep, for event: RunEvent, title: String?
    ) -> [RunLine] {
        var lines: [RunLine] = []
        if outline.section != section {
            section = outline.section
            // The document's own title was the first line already.
            lines.append(RunLine(.detail, ""))
            if let heading = outline.section.last, heading != title {
                lines.append(RunLine(.section, visible(heading)))
            }
        }
        if outline.id != step {
            step = outline.id
            lines += StepLines.announcement(of: outline, isShort: event.isSkip, width: width)
        }
        return lines
    }

    private func closing(_ state: RunState, at time: Timestamp) -> [RunLine] {
        guard let run = ReportedRun(run: run, state: state, isOwned: false, document: document) else { return [] }
        var lines = [RunLine(.detail, "")]
        switch run.phase {
        case .failed: lines += FailureLines(run).lines() + [RunLine(.detail, "")]
        case .waiting, .aborted, .interrupted:
            let commands = NextCommands.lines(for: run)
            lines.append(RunLine(.detail, NextCommands.title(for: run) + ":"))
            lines += commands.map { RunLine(.detail, "  " + visible($0)) } + [RunLine(.detail, "")]
        case .passed, .running, .undone: break
        }
        let elapsed = state.started.map { " after " + ElapsedText.text(time.since($0)) } ?? ""
        let signal = state.signal.map { " by signal \($0)" } ?? ""
        let label = visible(run.start.environment.label)
        lines.append(RunLine(.title, "\(label): \(run.phase.words)\(signal)\(elapsed), \(Tally.text(run.steps))"))
        return lines
    }

    private func visible(_ text: String) -> String { VisibleText.oneLine(text) }
}

extension RunEvent {
    /// Whether a step is left out.
    fileprivate var isSkip: Bool {
        if case .skipped = self { true } else { false }
    }
}
