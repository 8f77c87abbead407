import RunbookModel

/// Writes what a code means for people.
package struct CodeText: Sendable {
    private let style: TerminalStyle
    private let width: Int

    /// Makes a writer.
    ///
    /// - Parameters:
    ///   - style: Whether to colour.
    ///   - width: The columns that prose is broken at; at most 100 are used.
    package init(style: TerminalStyle, width: Int) {
        self.style = style
        self.width = min(max(width, 40), 100)
    }

    /// One entry in full.
    package func text(_ entry: CodeEntry) -> String {
        var parts = [style(entry.code, .strong), prose(entry.meaning)]
        switch entry.example {
        case .document(let text): parts += [prose("For example, in a runbook:"), quoted(text)]
        case .environment(let text): parts += [prose("For example, in an environment file:"), quoted(text)]
        case .situation(let text): parts.append(prose("For example: " + text))
        }
        parts.append(style("What to do: ", .strong) + prose(entry.fix, after: "What to do: ".count))
        return parts.joined(separator: "\n\n") + "\n"
    }

    /// All codes with the first sentence of what they mean, an empty line between areas.
    package func list(_ entries: [CodeEntry]) -> String {
        let columns = (entries.map(\.code.count).max() ?? 0) + 2
        var lines: [String] = []
        var area: Substring?
        for entry in entries {
            if let area, area != entry.area { lines.append("") }
            area = entry.area
            let padding = String(repeating: " ", count: columns - entry.code.count)
            let summary = WrappedText.lines(CodeText.firstSentence(of: entry.meaning), width: max(30, width - columns))
            lines.append(style(entry.code, .strong) + padding + (summary.first ?? ""))
            lines += summary.dropFirst().map { String(repeating: " ", count: columns) + $0 }
        }
        return lines.map { $0 + "\n" }.joined()
    }

    private static func firstSentence(of text: String) -> String {
        text.firstRange(of: ". ").map { String(text[..<$0.lowerBound]) + "." } ?? text
    }

    private func prose(_ text: String, after columns: Int = 0) -> String {
        let marker = String(repeating: "x", count: columns)
        let lines = WrappedText.lines(marker + text, width: width).joined(separator: "\n")
        return String(lines.dropFirst(columns))
    }

    private func quoted(_ text: String) -> String {
        text.split(separator: "\n", omittingEmptySubsequences: false).map { $0.isEmpty ? "" : "    " + $0 }
            .joined(separator: "\n")
    }
}
