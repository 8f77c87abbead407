import RunbookModel
import RunbookReport
import Synchronization
import Terminal

/// Shows a run line by line while it goes on.
final class RunLines: Sendable {
    private let renderer: Mutex<LineRenderer>
    private let output: TextOutput
    private let style: TerminalStyle

    init(run: String, document: SourceText, context: CommandContext, output: TextOutput.Stream) {
        let stream: StandardStream = output == .result ? .output : .error
        let appearance = Appearance(of: stream, environment: context.variables)
        renderer = Mutex(LineRenderer(run: run, document: document, width: appearance.columns))
        self.output = output == .result ? context.result : context.messages
        style = TerminalStyle(isColored: appearance.usesColor)
    }

    /// Shows the lines that an event adds.
    func show(_ event: RunEvent, at time: Timestamp, before: RunState) {
        let lines = renderer.withLock { $0.lines(for: event, at: time, before: before) }
        if lines.isEmpty { return }
        output.write(lines.map { styled($0) + "\n" }.joined())
    }

    private func styled(_ line: RunLine) -> String {
        switch line.role {
        case .title, .section: style(line.text, .strong)
        case .state(.failed), .state(.inDoubt): style(line.text, .error)
        case .state(.waiting): style(line.text, .warning)
        case .step, .state, .detail: line.text
        }
    }
}
