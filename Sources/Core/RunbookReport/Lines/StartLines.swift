import OrderedJSON
import RunbookModel
import RunbookRun

/// What a run says of itself before its first step.
struct StartLines {
    private let start: RunStart
    private let run: String
    private let width: Int

    init(_ start: RunStart, run: String, width: Int) {
        self.start = start
        self.run = run
        self.width = width
    }

    func lines() -> [RunLine] {
        let unverified = start.targets.filter { !$0.isVerified }.map { "`\($0.name)`" }.joined(separator: ", ")
        // What is emulated decides what a run can show.
        let place = start.environment.label + (start.environment.profiles.map { " \($0)" } ?? "")
        var lines = [
            RunLine(visible("\(place): \(start.outline.title)"), .strong),
            RunLine(
                visible(
                    "run \(run) of \(start.document.file), by \(start.user)" + (start.ticket.map { ", \($0)" } ?? ""))),
        ]
        if !unverified.isEmpty {
            lines.insert(RunLine.phrase(visible("the certificate of \(unverified) is not verified"), .warning), at: 1)
        }
        let names = start.targets.map { visible($0.name) }
        let widest = (names + ["parameters"]).map(ColumnWidth.of).max() ?? 0
        for (name, target) in zip(names, start.targets) {
            let product = target.product.map { $0 + " at " } ?? ""
            lines += rows(name, visible(product + target.address), widest)
        }
        let values = start.parameters.compactMap(value)
        if !values.isEmpty { lines += rows("parameters", values.joined(separator: ", "), widest) }
        return lines
    }

    /// A name and what it is, which continues below itself.
    private func rows(_ name: String, _ text: String, _ widest: Int) -> [RunLine] {
        WrappedText.lines(text, width: max(20, width - widest - 4)).enumerated().map { index, line in
            RunLine("  " + FittedText.padded(index == 0 ? name : "", to: widest) + "  ") + .phrase(line)
        }
    }

    private func value(_ parameter: RunStart.Parameter) -> String? {
        let source = parameter.source == "default" ? "" : " (\(parameter.source))"
        if parameter.isSecret { return visible("\(parameter.name)=***\(source)") }
        guard let value = parameter.value else { return nil }
        let text = VisibleText.oneLine(value.string ?? value.text(), limit: 2000)
        return visible("\(parameter.name)=\(text)\(source)")
    }

    private func visible(_ text: String) -> String { VisibleText.oneLine(text) }
}
