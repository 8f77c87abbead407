import RunbookModel
import RunbookRun

/// Why a step failed, in one phrase: what a person looks for first.
enum FailureReason {
    /// Such as `.number_of_nodes is 1, expected 3 (and 2 more)`; else what happened.
    ///
    /// - Parameter step: The step that failed; which of several targets it is says something, which of one does not.
    static func text(_ failure: StepFailure, of step: OutlineStep) -> String {
        guard let first = failure.differences.first else { return VisibleText.oneLine(failure.message, limit: 600) }
        let place = step.targets.count > 1 ? failure.target.map { "on \(VisibleText.oneLine($0)): " } ?? "" : ""
        let parts = [first.path, first.actual, first.expected].map { oneLine($0) }
        let rest = failure.differences.count > 1 ? " (and \(failure.differences.count - 1) more)" : ""
        return "\(place)\(parts[0]) is \(parts[1]), expected \(parts[2])\(rest)"
    }

    /// The last word about a step that failed, or is in doubt: which one, where, and why.
    static func line(_ step: ReportedStep) -> RunLine {
        let number = step.outline.number.map { " \($0)" } ?? ""
        let isDoubtful = step.state == .inDoubt
        let reason =
            isDoubtful
            ? VisibleText.oneLine(step.doubtInOneLine, limit: 600)
            : step.record.failure.map { text($0, of: step.outline) } ?? "it failed"
        let place = VisibleText.oneLine("step\(number) \(step.outline.id) (\(step.place)): ")
        return RunLine(isDoubtful ? "in doubt: " : "failed: ", .error) + RunLine(place) + RunLine(reason, .strong)
    }

    private static func oneLine(_ text: String) -> String {
        VisibleText.oneLine(text.split(whereSeparator: \.isWhitespace).joined(separator: " "), limit: 300)
    }
}
