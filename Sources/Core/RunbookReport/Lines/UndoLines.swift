import RunbookModel
package import RunbookRun

/// What is taken back, told before it is: the last step first, then what cannot be.
package struct UndoLines {
    private let event: UndoStarted
    private let state: RunState

    /// Makes the writer.
    ///
    /// - Parameter state: The run before it is taken back.
    package init(_ event: UndoStarted, in state: RunState) {
        self.event = event
        self.state = state
    }

    /// The lines.
    package func lines() -> [RunLine] {
        let start = state.start
        var lines = [
            RunLine(visible("\(start?.environment.label ?? ""): \(start?.outline.title ?? "")"), .strong),
            RunLine(visible("\(event.user) takes back what the run did")),
        ]
        if event.entries.isEmpty { lines.append(RunLine("there is nothing that can be taken back")) }
        for entry in event.entries {
            let what = entry.outline.role == .manual ? "by hand" : entry.outline.template.replacing("\n", with: " · ")
            let places = entry.outline.targets.isEmpty ? "" : " on " + entry.outline.targets.joined(separator: ", ")
            lines.append(
                RunLine("  " + visible("\(entry.undone)\(places): \(what)")).hanging(by: 4))
        }
        if !event.left.isEmpty {
            lines.append(RunLine("cannot be taken back:", .warning))
            lines += event.left.map { RunLine.phrase(visible("  \($0.step): \($0.reason)")) }
        }
        return lines
    }

    private func visible(_ text: String) -> String { VisibleText.oneLine(text, limit: 1000) }
}
