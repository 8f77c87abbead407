import OrderedJSON
import RunbookModel

/// What a run says of itself before its first step.
struct StartLines {
    private let start: RunStart
    private let run: String

    init(_ start: RunStart, run: String) {
        self.start = start
        self.run = run
    }

    func lines() -> [RunLine] {
        let unverified = start.targets.filter { !$0.isVerified }.map { "`\($0.name)`" }.joined(separator: ", ")
        let warning = unverified.isEmpty ? "" : " (the certificate of \(unverified) is not verified)"
        let title = visible("\(start.environment.label)\(warning): \(start.outline.title)")
        var lines = [
            RunLine(.title, title), RunLine(.detail, visible("run \(run) of \(start.document.file), by \(start.user)")),
        ]
        let names = start.targets.map { visible($0.name) }
        let widest = (names + ["parameters"]).map(ColumnWidth.of).max() ?? 0
        for (name, target) in zip(names, start.targets) {
            let product = target.product.map { $0 + " at " } ?? ""
            lines.append(row(name, visible(product + target.address), widest))
        }
        let values = start.parameters.compactMap(value)
        if !values.isEmpty { lines.append(row("parameters", values.joined(separator: ", "), widest)) }
        return lines
    }

    private func row(_ name: String, _ text: String, _ width: Int) -> RunLine {
        RunLine(.detail, "  \(name)\(String(repeating: " ", count: width - ColumnWidth.of(name) + 2))\(text)")
    }

    private func value(_ parameter: RunStart.Parameter) -> String? {
        let source = parameter.source == "default" ? "" : " (\(parameter.source))"
        if parameter.isSecret { return visible("\(parameter.name)=***\(source)") }
        guard let value = parameter.value else { return nil }
        let text = VisibleText.oneLine(value.string ?? value.text(), limit: 100)
        return visible("\(parameter.name)=\(text)\(source)")
    }

    private func visible(_ text: String) -> String { VisibleText.oneLine(text) }
}
