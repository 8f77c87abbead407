import RunbookModel

/// A line about a run for people: its text in parts, so that a terminal can give each its colour.
package struct RunLine: Sendable, Hashable {
    /// A stretch of a line that looks one way.
    package struct Part: Sendable, Hashable {
        /// The text; code is without the backticks that mark it where there are no colours.
        package let text: String
        /// How it looks; nil is like any text.
        package let role: TerminalStyle.Role?
    }

    /// The parts, in order.
    package private(set) var parts: [Part]

    /// A line of one look.
    init(_ text: String, _ role: TerminalStyle.Role? = nil) {
        parts = text.isEmpty ? [] : [Part(text: text, role: role)]
    }

    /// A sentence of ours, or prose, in which names are in backticks.
    static func phrase(_ text: String, _ role: TerminalStyle.Role? = nil) -> RunLine {
        let pieces = text.split(separator: "`", omittingEmptySubsequences: false)
        // Backticks that do not pair, or stand side by side, mark no names.
        guard pieces.count > 1, pieces.count % 2 == 1,
            !pieces.enumerated().contains(where: { $0 % 2 == 1 && $1.isEmpty })
        else { return RunLine(text, role) }
        var line = RunLine("")
        for (index, piece) in pieces.enumerated() where !piece.isEmpty {
            line.parts.append(Part(text: String(piece), role: index % 2 == 1 ? .code : role))
        }
        return line
    }

    /// Two lines, the second behind the first.
    static func + (left: RunLine, right: RunLine) -> RunLine {
        var line = left
        line.parts += right.parts
        return line
    }

    /// The text without colours, without a line break.
    package var text: String { styled(TerminalStyle(isColored: false)) }

    /// The text as a terminal shows it; where there are no colours, code is in backticks.
    ///
    /// No line begins with what a build server would obey, whatever a text from outside begins with.
    package func styled(_ style: TerminalStyle) -> String {
        var isAtStart = true
        return parts.map { part in
            var text = part.text
            if isAtStart, text.contains(where: { !$0.isWhitespace }) {
                text = VisibleText.lines(text)
                isAtStart = false
            }
            guard let role = part.role else { return text }
            return role == .code && !style.isColored ? "`\(text)`" : style(text, role)
        }.joined()
    }
}
