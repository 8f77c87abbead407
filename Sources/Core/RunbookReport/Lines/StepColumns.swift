import RunbookModel
import RunbookRun

/// Where the columns of a run's steps are: mark, number, title, targets, request, and how it ended.
///
/// They are as wide as the runbook's steps need and as the terminal has; a request is shown where there is room for it.
struct StepColumns {
    private static let shortestTitle = 24
    private static let shortestRequest = 16
    private static let longestTargets = 24

    /// The columns that titles and requests are padded to at most where nothing is cut.
    private static let longestPadding = 72

    /// More columns than any line has.
    static let unlimited = 100_000

    /// The columns of the terminal.
    let width: Int
    /// The columns that a line may take; in files there is no limit.
    var limit: Int { isFitted ? width : Self.unlimited }
    /// Whether no line may be longer.
    private let isFitted: Bool
    /// Whether a step takes two lines: one has no room for its title and for what became of it.
    private let isStacked: Bool
    /// Where titles begin.
    let indent: Int
    private let number: Int
    private let title: Int
    private let targets: Int
    private let request: Int

    /// Measures the steps of an outline.
    init(_ outline: Outline, _ layout: LineLayout) {
        width = layout.width
        isFitted = layout.isFitted
        let steps = outline.steps
        func widest(_ text: (OutlineStep) -> String) -> Int { steps.map { ColumnWidth.of(text($0)) }.max() ?? 0 }
        number = min(8, widest { $0.number ?? "" })
        indent = number == 0 ? 4 : 6 + number
        targets = min(Self.longestTargets, widest(\.targetList))
        let ending = steps.contains { $0.within != nil } ? 16 : 8
        let room = width - indent - (targets == 0 ? 0 : targets + 2) - ending - 2
        isStacked = isFitted && room < Self.shortestTitle
        guard isFitted else {
            title = max(Self.shortestTitle, min(widest(\.shownTitle), Self.longestPadding))
            request = min(widest(\.requestLine), Self.longestPadding)
            return
        }
        title = max(Self.shortestTitle, min(widest(\.shownTitle), room))
        let rest = room - title - 2
        request = rest >= Self.shortestRequest ? min(rest, widest(\.requestLine)) : 0
    }

    /// What is before a line below that of its step.
    var margin: RunLine { RunLine(String(repeating: " ", count: indent)) }

    /// The beginning of a step's line: mark and number.
    func head(_ mark: RunLine, _ step: OutlineStep) -> RunLine {
        let text = VisibleText.oneLine(step.number ?? "", limit: 40)
        return
            (RunLine("  ") + mark + RunLine(" ")
            + RunLine(number == 0 ? "" : FittedText.padded(text, to: number) + "  ")).hanging(by: indent)
    }

    /// A step that ended.
    ///
    /// - Parameters:
    ///   - shown: What it sent, or what of the response its author wants to be seen, in one line.
    ///   - isWanted: Whether its author wants that to be seen, so that it is never left out.
    ///   - ending: How it ended: short, or else the title and the request make room for it.
    func lines(
        _ mark: RunLine, _ step: OutlineStep, shown: String, isWanted: Bool = false, ending: String
    ) -> [RunLine] {
        if !isFitted {
            let texts = [step.fullTitle, step.targetList, shown]
            let widths = [title, targets, request]
            let columns = zip(texts, widths).filter { $1 > 0 }.map { FittedText.grown($0, to: $1) }
            return [
                head(mark, step) + RunLine(columns.first ?? "")
                    + RunLine(columns.dropFirst().map { "  " + $0 }.joined(), .faint) + RunLine("  ")
                    + .phrase(ending, .faint)
            ]
        }
        let places = targets == 0 ? "" : "  " + FittedText.grown(step.targetList, to: targets)
        let taken = indent + ColumnWidth.of(places) + 2 + ColumnWidth.of(ending)
        let titleWidth = min(title, max(Self.shortestTitle, width - taken))
        let name = step.fullTitle
        // Nothing is cut: what has no room is on lines of its own.
        if isStacked || ColumnWidth.of(name) > titleWidth || ColumnWidth.of(step.targetList) > targets
            || taken + titleWidth > width
        {
            let facts = [step.targetList, ending].filter { !$0.isEmpty }.joined(separator: "  ")
            let asked = isWanted || request > 0 ? [margin + RunLine(shown, isWanted ? nil : .faint)] : []
            return [head(mark, step) + RunLine(name)] + (shown.isEmpty ? [] : asked) + [margin + .phrase(facts, .faint)]
        }
        let needed = isWanted ? ColumnWidth.of(shown) : request
        let isInline = needed > 0 && ColumnWidth.of(shown) <= needed && taken + titleWidth + 2 + needed <= width
        let asked = isInline ? "  " + FittedText.grown(shown, to: needed) : ""
        let first =
            head(mark, step) + RunLine(FittedText.grown(name, to: titleWidth)) + RunLine(places, .faint)
            + RunLine(asked, isWanted ? nil : .faint) + RunLine("  ") + .phrase(ending, .faint)
        let below = !isInline && !shown.isEmpty && (isWanted || request > 0)
        return [first] + (below ? [margin + RunLine(shown, isWanted ? nil : .faint)] : [])
    }

    /// A step that sent nothing, and why.
    func lines(_ mark: RunLine, _ step: OutlineStep, because reason: String) -> [RunLine] {
        if !isFitted {
            return [
                head(mark, step) + RunLine(FittedText.grown(step.fullTitle, to: title)) + RunLine("  ")
                    + .phrase(reason, .faint)
            ]
        }
        let room = width - indent - 2 - ColumnWidth.of(reason)
        let name = step.fullTitle
        if isStacked || ColumnWidth.of(name) > room {
            return [head(mark, step) + RunLine(name), margin + .phrase(reason, .faint)]
        }
        let titleWidth = max(ColumnWidth.of(name), min(title, room))
        return [
            head(mark, step) + RunLine(FittedText.grown(name, to: titleWidth)) + RunLine("  ") + .phrase(reason, .faint)
        ]
    }

    /// What a step that is under way says of itself: title and targets, without blanks at the end.
    func announcement(_ mark: RunLine, _ step: OutlineStep) -> RunLine {
        let places = step.targetList.isEmpty ? "" : "  " + step.targetList
        let text = places.isEmpty || isStacked ? step.fullTitle : FittedText.grown(step.fullTitle, to: title)
        return head(mark, step) + RunLine(text) + RunLine(places, .faint)
    }
}

extension OutlineStep {
    /// The title on one line.
    var shownTitle: String { VisibleText.oneLine(heading.title, limit: 160) }

    /// The whole sentence where the title is only its beginning.
    var fullTitle: String {
        let title = VisibleText.oneLine(heading.title, limit: 2000)
        guard title.hasSuffix("…") else { return title }
        let words = PlainProse.lines(prose, width: 4000).joined(separator: " ").split(separator: " ")
        let text = words.joined(separator: " ").replacing("`", with: "")
        let start = title.dropLast().replacing("`", with: "")
        guard let range = text.utf8.firstRange(of: Array(start.utf8)), !start.isEmpty else { return title }
        let rest = text[range.upperBound...]
        let end = rest.utf8.indices.first { index in
            guard ".!?:".utf8.contains(rest.utf8[index]) else { return false }
            let next = rest.utf8.index(after: index)
            return next == rest.endIndex || rest.utf8[next] == UInt8(ascii: " ")
        }
        return VisibleText.oneLine(start + rest[..<(end ?? rest.endIndex)], limit: 2000)
    }

    /// The names of the targets.
    var targetList: String { VisibleText.oneLine(heading.targets.joined(separator: ", "), limit: 80) }

    /// The first line of what it sends, as it is written; empty for what is done by hand.
    var requestLine: String {
        heading.role == .manual ? "" : VisibleText.oneLine(template.prefix { !$0.isNewline }, limit: 300)
    }
}
