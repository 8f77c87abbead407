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
    /// The columns that what does not fit on a terminal's line is moved to the right by; nil for those of the line itself.
    var hanging: Int?
    /// Whether it is to be pasted, so that it is never broken.
    var isExact = false

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
        line.hanging = left.hanging ?? right.hanging
        line.isExact = left.isExact || right.isExact
        return line
    }

    /// The line in lines of at most so many columns, broken at blanks only; what is longer than a line stays whole.
    func wrapped(to width: Int) -> [RunLine] {
        if isExact || parts.reduce(0, { $0 + ColumnWidth.of($1.text) }) <= width { return [self] }
        let margin = parts.first?.text.prefix { $0 == " " }.count ?? 0
        let indent = min(hanging ?? margin, width / 2)
        var lines = [RunLine("")]
        var columns = 0
        // Blanks wait until the next word shows on which line it stands.
        var blanks: (text: Substring, role: TerminalStyle.Role?)?
        for part in parts {
            for piece in RunLine.pieces(of: part.text) {
                if piece.first == " " {
                    blanks = (piece, part.role)
                    continue
                }
                let taken = ColumnWidth.of(piece)
                let gap = blanks.map { ColumnWidth.of($0.text) } ?? 0
                let canBreak = blanks != nil && columns > indent
                if canBreak, columns + gap + taken > width {
                    lines.append(RunLine(String(repeating: " ", count: indent)))
                    columns = indent
                } else if let blanks {
                    lines[lines.count - 1].append(blanks.text, blanks.role)
                    columns += gap
                }
                blanks = nil
                lines[lines.count - 1].append(piece, part.role)
                columns += taken
            }
        }
        return lines
    }

    /// Adds a stretch, to the last one where it looks the same.
    private mutating func append(_ text: Substring, _ role: TerminalStyle.Role?) {
        if let last = parts.last, last.role == role {
            parts[parts.count - 1] = Part(text: last.text + text, role: role)
        } else {
            parts.append(Part(text: String(text), role: role))
        }
    }

    /// Words, and the blanks between them.
    private static func pieces(of text: String) -> [Substring] {
        var pieces: [Substring] = []
        var rest = text[...]
        while let first = rest.first {
            let isBlank = first == " "
            let piece = rest.prefix { ($0 == " ") == isBlank }
            pieces.append(piece)
            rest = rest.dropFirst(piece.count)
        }
        return pieces
    }

    /// The same line, moved to the right by so many columns where it continues below itself.
    func hanging(by columns: Int) -> RunLine {
        var line = self
        line.hanging = columns
        return line
    }

    /// The same line, which is never broken.
    var exact: RunLine {
        var line = self
        line.isExact = true
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
