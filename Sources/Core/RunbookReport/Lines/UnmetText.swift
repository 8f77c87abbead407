import RunbookModel
import RunbookRun

/// What a wait still lacks, in so many columns.
enum UnmetText {
    /// Such as `.hits.total is 0, expected 1 (and 2 more)`; a long filter or value is cut, so that each can be seen.
    static func text(_ unmet: StepFailure, of step: OutlineStep, columns: Int) -> String {
        // Which of several targets it is says something; which of one does not.
        let target = step.targets.count > 1 ? unmet.target.map { "on \(oneLine($0)): " } ?? "" : ""
        guard let first = unmet.differences.first else {
            return FittedText.cut(target + oneLine(unmet.message), to: columns)
        }
        let rest = unmet.differences.count > 1 ? " (and \(unmet.differences.count - 1) more)" : ""
        let words = " is , expected "
        var room = max(12, columns - ColumnWidth.of(target + words + rest))
        // The shortest first: what they leave is for the others.
        var parts = [oneLine(first.path), oneLine(first.actual), oneLine(first.expected)]
        let order = parts.indices.sorted { ColumnWidth.of(parts[$0]) < ColumnWidth.of(parts[$1]) }
        for (index, part) in order.enumerated() {
            parts[part] = FittedText.cut(parts[part], to: room / (parts.count - index))
            room -= ColumnWidth.of(parts[part])
        }
        return FittedText.cut(
            "\(target)\(parts[0]) is \(parts[1]), expected \(parts[2])\(rest)", to: max(12, columns))
    }

    private static func oneLine(_ text: String) -> String {
        VisibleText.oneLine(text.split(whereSeparator: \.isWhitespace).joined(separator: " "))
    }
}
