import RunbookModel
import RunbookRun

/// Where the columns of a run's steps are: mark, number, title, targets, request, and how it ended.
///
/// They are as wide as the runbook's steps need and as the terminal has; a request is shown where there is room for it.
struct StepColumns {
    private static let shortestTitle = 24
    private static let shortestRequest = 16
    private static let longestTargets = 24

    /// The columns of the terminal.
    let width: Int
    /// Where titles begin.
    let indent: Int
    private let number: Int
    private let title: Int
    private let targets: Int
    private let request: Int

    /// Measures the steps of an outline.
    init(_ outline: Outline, width: Int) {
        self.width = width
        let steps = outline.steps
        func widest(_ text: (OutlineStep) -> String) -> Int { steps.map { ColumnWidth.of(text($0)) }.max() ?? 0 }
        number = min(8, widest { $0.number ?? "" })
        indent = number == 0 ? 4 : 6 + number
        targets = min(Self.longestTargets, widest(\.targetList))
        let ending = steps.contains { $0.within != nil } ? 16 : 8
        let room = width - indent - (targets == 0 ? 0 : targets + 2) - ending - 2
        title = max(Self.shortestTitle, min(widest(\.shownTitle), room))
        let rest = room - title - 2
        request = rest >= Self.shortestRequest ? min(rest, widest(\.requestLine)) : 0
    }

    /// The beginning of a step's line: mark and number.
    func head(_ mark: RunLine, _ step: OutlineStep) -> RunLine {
        let text = VisibleText.oneLine(step.number ?? "", limit: 40)
        return RunLine("  ") + mark + RunLine(" ")
            + RunLine(number == 0 ? "" : FittedText.padded(text, to: number) + "  ")
    }

    /// A step in one line.
    ///
    /// - Parameters:
    ///   - request: What it sent, in one line.
    ///   - ending: How it ended: short, or else the title and the request make room for it.
    func line(_ mark: RunLine, _ step: OutlineStep, request shown: String, ending: String) -> RunLine {
        let places = targets == 0 ? "" : "  " + FittedText.padded(step.targetList, to: targets)
        let taken = indent + ColumnWidth.of(places) + 2 + ColumnWidth.of(ending)
        let withRequest = request > 0 && taken + title + 2 + request <= width
        let titleWidth = min(title, max(Self.shortestTitle, width - taken))
        let asked = withRequest ? "  " + FittedText.padded(shown, to: request) : ""
        let end = FittedText.cut(
            ending, to: max(Self.shortestTitle, width - taken + ColumnWidth.of(ending) - titleWidth))
        return head(mark, step) + RunLine(FittedText.padded(step.shownTitle, to: titleWidth)) + RunLine(places, .faint)
            + RunLine(asked, .faint) + RunLine("  ") + RunLine.phrase(end, .faint)
    }

    /// A step that sent nothing, and why.
    func line(_ mark: RunLine, _ step: OutlineStep, because reason: String) -> RunLine {
        let room = width - indent - 2
        let titleWidth = max(Self.shortestTitle, min(title, room - ColumnWidth.of(reason)))
        return head(mark, step) + RunLine(FittedText.padded(step.shownTitle, to: titleWidth)) + RunLine("  ")
            + RunLine.phrase(FittedText.cut(reason, to: max(Self.shortestTitle, room - titleWidth)), .faint)
    }

    /// What a step that is under way says of itself: title and targets, without blanks at the end.
    func announcement(_ mark: RunLine, _ step: OutlineStep) -> RunLine {
        if step.targetList.isEmpty {
            return head(mark, step) + RunLine(FittedText.cut(step.shownTitle, to: width - indent))
        }
        return head(mark, step) + RunLine(FittedText.padded(step.shownTitle, to: title))
            + RunLine("  " + FittedText.cut(step.targetList, to: targets), .faint)
    }
}

extension OutlineStep {
    /// The title on one line.
    var shownTitle: String { VisibleText.oneLine(heading.title, limit: 160) }

    /// The names of the targets.
    var targetList: String { VisibleText.oneLine(heading.targets.joined(separator: ", "), limit: 80) }

    /// The first line of what it sends, as it is written; empty for what is done by hand.
    var requestLine: String {
        heading.role == .manual ? "" : VisibleText.oneLine(template.prefix { !$0.isNewline }, limit: 300)
    }
}
