import OrderedJSON
import RunbookModel
import RunbookRun

/// Writes a plan for people at a terminal.
package struct PlanText {
    /// A line, and what it is.
    package struct Line: Sendable, Hashable {
        /// What it is, which decides how it looks.
        package enum Role: Sendable {
            /// The first line and the last.
            case title
            /// A heading of the document.
            case section
            /// The first line of a step.
            case step
            /// The first line of a step that destroys or costs money.
            case dear
            /// Anything else.
            case detail
        }

        /// What it is.
        package let role: Role
        /// The text, without a line break.
        package let text: String
    }

    /// The most lines of a request that are shown where it is folded.
    static let foldedLines = 12
    /// The most characters of one line of a request that is folded.
    private static let longestFolded = 4000
    /// The most characters of a line that is not folded.
    private static let longestLine = 1_000_000

    private let view: PlanView
    private let isFull: Bool
    private let isPlain: Bool
    private let indent = String(repeating: " ", count: 8)

    /// Makes a writer.
    ///
    /// - Parameters:
    ///   - isFull: Whether long requests are shown whole.
    ///   - isPlain: Whether the marks are ASCII.
    package init(_ view: PlanView, isFull: Bool = false, isPlain: Bool = false) {
        self.view = view
        self.isFull = isFull
        self.isPlain = isPlain
    }

    /// The lines, the summary last.
    package var lines: [Line] {
        var lines = head
        var section: [String]?
        let widths = Widths(view)
        for step in view.plan.steps {
            if step.section != section {
                section = step.section
                lines.append(Line(role: .detail, text: ""))
                if let heading = step.section.last, heading != view.plan.title {
                    lines.append(Line(role: .section, text: VisibleText.oneLine(heading)))
                }
            }
            lines += self.lines(of: step, widths)
        }
        return lines + [Line(role: .detail, text: "")] + foot
    }

    // MARK: The begin

    private var head: [Line] {
        let plan = view.plan
        let place =
            plan.environment.isSandbox && plan.environment.sha256 == nil
            ? "on the SANDBOX, which the run starts"
            : "in the environment \(plan.environment.name)\(plan.environment.adjectives)"
        let sent = plan.isProbed ? "Only reads were sent." : "No target was contacted."
        var lines = [Line(role: .title, text: VisibleText.oneLine("Plan of \(plan.document.file) \(place). \(sent)"))]
        if plan.title != plan.document.file { lines.append(Line(role: .detail, text: VisibleText.oneLine(plan.title))) }
        let names = plan.targets.map { VisibleText.oneLine($0.name) }
        let width = (names + ["parameters"]).map(ColumnWidth.of).max() ?? 0
        for (name, target) in zip(names, plan.targets) { lines.append(row(name, target.words, width)) }
        if let fixture = plan.fixture {
            lines.append(row("fixture", "\(fixture.file) prepares the environment first", width))
        }
        for file in view.includedFiles { lines.append(row("includes", file, width)) }
        if !plan.parameters.isEmpty {
            let values = plan.parameters.map { oneLine($0.words) }
            lines.append(row("parameters", values.joined(separator: ", "), width))
        }
        return lines
    }

    private func row(_ name: String, _ text: String, _ width: Int) -> Line {
        let margin = String(repeating: " ", count: width - ColumnWidth.of(name) + 2)
        return Line(role: .detail, text: "  \(name)\(margin)\(oneLine(text))")
    }

    // MARK: Steps

    /// The columns that the parts of a step's first line take.
    private struct Widths {
        private static let longestName = 32
        let number: Int
        let work: Int
        let targets: Int
        let name: Int

        init(_ view: PlanView) {
            let steps = view.plan.steps
            number = steps.map { ColumnWidth.of($0.number ?? "") }.max() ?? 0
            work = steps.map { PlanWords($0, in: view).work.count }.max() ?? 0
            targets = steps.map { ColumnWidth.of($0.targets.joined(separator: ", ")) }.max() ?? 0
            name = min(Self.longestName, steps.map { ColumnWidth.of($0.id) }.max() ?? 0)
        }
    }

    private func lines(of step: PlannedStep, _ widths: Widths) -> [Line] {
        func padded(_ text: String, _ width: Int) -> String {
            FittedText.grown(VisibleText.oneLine(text), to: width)
        }
        let words = PlanWords(step, in: view)
        var parts = [view.mark(step).text(isPlain: isPlain)]
        if widths.number > 0 { parts.append(padded(step.number ?? "", widths.number)) }
        parts.append(padded(words.work, widths.work))
        if widths.targets > 0 { parts.append(" " + padded(step.targets.joined(separator: ", "), widths.targets)) }
        parts.append(" " + padded(step.id, widths.name))
        var head = "  " + parts.joined(separator: " ")
        if !words.fate.isEmpty { head += "  " + VisibleText.oneLine(words.fate) }
        while head.hasSuffix(" ") { head.removeLast() }
        var texts = step.role == .manual ? [] : [oneLine(step.title)]
        if step.isSkipped { texts = [] }
        texts += words.requests.flatMap(folded) + words.details(isFull: isFull).map(oneLine)
        let isDear = step.effect >= .destroy && !step.isSkipped
        return [Line(role: isDear ? .dear : .step, text: head)]
            + texts.map { Line(role: .detail, text: $0.isEmpty ? "" : indent + $0) }
    }

    private func folded(_ request: String) -> [String] {
        let lines = VisibleText.lines(request.replacing("\r\n", with: "\n"))
            .replacing("\t", with: "    ").split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        if isFull || lines.count <= Self.foldedLines {
            return isFull ? lines : lines.map(bounded)
        }
        return folded(lines.prefix(Self.foldedLines - 2).joined(separator: "\n"))
            + ["… \(lines.count - Self.foldedLines + 2) more lines (--full shows them)"]
    }

    /// A line of a request, which is cut only where it is a whole document.
    private func bounded(_ line: String) -> String {
        let rest = line.unicodeScalars.dropFirst(Self.longestFolded)
        return rest.isEmpty
            ? line
            : String(line.unicodeScalars.prefix(Self.longestFolded))
                + "… \(rest.count) more characters (--full shows them)"
    }

    // MARK: The end

    private var foot: [Line] {
        let concerns = view.concerns
        let width = concerns.map(\.title.count).max() ?? 0
        var lines = concerns.map { concern in
            let title = concern.title.prefix(1).uppercased() + concern.title.dropFirst()
            let margin = String(repeating: " ", count: width - concern.title.count + 2)
            return Line(role: .detail, text: oneLine("\(title):\(margin)\(names(concern.steps))"))
        }
        lines.append(Line(role: .detail, text: view.time))
        lines.append(Line(role: .title, text: view.summary))
        return lines
    }

    private func oneLine(_ text: String) -> String { VisibleText.oneLine(text, limit: Self.longestLine) }

    private func names(_ steps: [PlannedStep]) -> String {
        let shown = isFull ? steps[...] : steps.prefix(8)
        let rest = steps.count > shown.count ? " and \(steps.count - shown.count) more" : ""
        return shown.map(\.id).joined(separator: ", ") + rest
    }
}
