import RunbookModel
import RunbookReport
import RunbookRun
import Synchronization
import Terminal

/// Shows a run as it happens: lines that stay, and on a terminal below them one that changes.
///
/// The changing line is written whole, with the cursor put back to its beginning. So the cursor stays with it whatever
/// a terminal does to lines when its width changes, the next line simply overwrites it, and nothing has to be put back
/// when the process dies.
final class RunLines: Sendable {
    /// What is erased: everything from the beginning of the changing line.
    private static let erasing = "\r\u{1B}[J"

    /// How long something may take before more is said of it.
    private static let patience = Duration.seconds(3)

    private struct Shown {
        var renderer: LineRenderer
        var status = LiveStatus()
        /// The changing line as it is on the terminal.
        var drawn: String?
        /// Whether a person is at the terminal's prompt, where nothing else may be written.
        var isAsking = false
        /// What writes, where no line changes, that a check takes its time.
        var look: Task<Void, Never>?
    }

    private let name: String
    private let documents: [SourceText]
    private let shown: Mutex<Shown>
    private let output: TextOutput
    private let stream: StandardStream
    private let variables: [String: String]
    private let style: TerminalStyle
    private let isLive: Bool
    /// Whether the person at the terminal sees these lines.
    private let isTerminal: Bool

    init(
        run: String, documents: [SourceText], context: CommandContext, output: TextOutput.Stream, detail: LineDetail
    ) {
        name = run
        self.documents = documents
        stream = output == .result ? .output : .error
        variables = context.variables
        let appearance = Appearance(of: stream, environment: variables)
        isTerminal = appearance.isTerminal
        // Who wants no colours wants no other sequences either.
        isLive = appearance.isLive && appearance.usesColor
        style = TerminalStyle(isColored: appearance.usesColor)
        self.output = output == .result ? context.result : context.messages
        shown = Mutex(
            Shown(
                renderer: LineRenderer(
                    run: run, documents: documents, layout: RunLines.layout(appearance, variables), isLive: isLive,
                    detail: detail, place: context.place)))
    }

    /// Shows the lines that an event adds.
    func show(_ event: RunEvent, at time: Timestamp, before: RunState) {
        shown.withLock { shown in
            if isLive {
                shown.renderer.resize(to: layout)
                shown.status.apply(event, now: .now, before: before)
            }
            let lines = shown.renderer.lines(for: event, at: time, before: before)
            if !lines.isEmpty || !shown.status.isRunning { write(lines, over: &shown) }
        }
    }

    /// Shows that a check is tried on behalf of another step, when that takes its time; nil: it was.
    func look(at check: OutlineStep?) {
        shown.withLock { shown in
            shown.look?.cancel()
            shown.look = nil
            if isLive {
                shown.status.look(at: check, now: .now)
                if !shown.status.isRunning, shown.drawn != nil, !shown.isAsking { write([], over: &shown) }
            } else if let check {
                shown.look = Task { [weak self] in
                    guard (try? await Task.sleep(for: RunLines.patience)) != nil else { return }
                    self?.say(lookingAt: check)
                }
            }
        }
    }

    private func say(lookingAt check: OutlineStep) {
        shown.withLock { shown in
            if Task.isCancelled || shown.isAsking { return }
            write(shown.renderer.lines(lookingAt: check), over: &shown)
        }
    }

    /// Keeps the changing line up to date while something runs, and leaves none behind.
    func live<Result>(_ work: () async throws -> Result) async rethrows -> Result {
        guard isLive else { return try await work() }
        // It begins late enough that a quick step leaves no trace; later it changes once a second.
        let ticks = Task {
            while !Task.isCancelled {
                try? await Task.sleep(for: .milliseconds(250))
                tick()
            }
        }
        defer {
            ticks.cancel()
            shown.withLock { shown in
                shown.isAsking = true
                write([], over: &shown)
            }
        }
        return try await work()
    }

    /// Shows a person what a question is about, and keeps the terminal quiet until the answer is there.
    func asking<Answer>(
        _ question: Question, of step: OutlineStep, at console: Console, _ answer: () async -> Answer
    ) async -> Answer {
        shown.withLock { shown in
            shown.isAsking = true
            let lines = shown.renderer.lines(asking: question, of: step)
            write(lines, over: &shown)
            // Who sends the lines to a file still has to know what is asked.
            if !isTerminal { console.write(lines.map { $0.text + "\n" }.joined()) }
        }
        let answer = await answer()
        shown.withLock { $0.isAsking = false }
        return answer
    }

    /// Shows a person why a step failed, and keeps the terminal quiet until it is decided what becomes of it.
    func deciding<Answer>(
        about failed: FailedStep, at console: Console, _ answer: () async -> Answer
    ) async -> Answer {
        shown.withLock { shown in
            shown.isAsking = true
            let run = ReportedRun(run: name, state: failed.state, isOwned: true, documents: documents)
            let lines = run.map { layout.lines(FailureLines($0, layout: layout).story(ofStep: failed.step.id)) } ?? []
            write(lines, over: &shown)
            if !isTerminal { console.write(lines.map { $0.text + "\n" }.joined()) }
        }
        let answer = await answer()
        shown.withLock { $0.isAsking = false }
        return answer
    }

    /// Writes a message for people between the lines, below the `^C` that a terminal may have shown.
    func interject(_ text: String, to messages: TextOutput) {
        shown.withLock { shown in
            let isAtMargin = shown.drawn != nil || !StandardStream.error.isTerminal
            write([], over: &shown)
            messages.line((isAtMargin ? "" : "\n") + text)
        }
    }

    private func tick() {
        shown.withLock { shown in
            let columns = layout.width
            if !shown.isAsking, let step = shown.status.step(after: RunLines.patience, now: .now) {
                let lines = shown.renderer.lines(explaining: step)
                if !lines.isEmpty { write(lines, over: &shown) }
            }
            guard !shown.isAsking, let line = shown.status.line(now: .now, width: columns) else { return }
            let text = line.styled(style)
            if text == shown.drawn { return }
            shown.drawn = text
            output.verbatim("\r\(text)\u{1B}[J\r")
        }
    }

    private func write(_ lines: [RunLine], over shown: inout Shown) {
        let text = (shown.drawn == nil ? "" : RunLines.erasing) + lines.map { $0.styled(style) + "\n" }.joined()
        shown.drawn = nil
        if !text.isEmpty { output.verbatim(text) }
    }

    private var layout: LineLayout { RunLines.layout(Appearance(of: stream, environment: variables), variables) }

    /// The terminal's columns; in files and logs, which have none, nothing is cut.
    static func layout(_ appearance: Appearance, _ variables: [String: String]) -> LineLayout {
        if appearance.isTerminal { return .terminal(appearance.columns) }
        return variables["COLUMNS"] == nil ? .file() : .file(appearance.columns)
    }
}
