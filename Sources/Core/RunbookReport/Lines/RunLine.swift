import RunbookModel

/// A line about a run for people: its text in parts, so that a terminal can give each its colour.
package struct RunLine: Sendable, Hashable {
    /// A stretch of a line that looks one way.
    package struct Part: Sendable, Hashable {
        /// The text; code is without the backticks that mark it where there are no colours.
        package let text: String
        /// How it looks; nil is like any text.
        package let role: TerminalStyle.Role?
        /// Whether it is code that still has its backticks.
        var isCode = false

        /// The columns that it takes at most: where there are no colours, code is in backticks.
        var columns: Int { LinePiece.columns(of: text) + (role == .code ? 2 : 0) }
    }

    /// The parts, in order.
    package private(set) var parts: [Part]
    /// The columns that what does not fit on a terminal's line is moved to the right by; nil for those of the line itself.
    var hanging: Int?
    /// Whether it is shown as it is, so that it is never broken.
    var isExact = false
    /// Whether it is a command to be pasted.
    var isCommand = false

    /// A line of one look.
    init(_ text: String, _ role: TerminalStyle.Role? = nil) {
        parts = text.isEmpty ? [] : [Part(text: text, role: role)]
    }

    /// A line that is already as a terminal shows it, with its colours, with its code in backticks.
    init(shown text: String) {
        guard let pieces = Self.pieces(of: text) else {
            self.init(text)
            return
        }
        self.init("")
        for (piece, isCode) in pieces {
            if isCode || !piece.isEmpty {
                parts.append(Part(text: isCode ? "`\(piece)`" : String(piece), role: nil, isCode: isCode))
            }
        }
    }

    /// A sentence of ours, or prose, in which names are in backticks.
    static func phrase(_ text: String, _ role: TerminalStyle.Role? = nil) -> RunLine {
        // Two backticks side by side mark no name.
        guard let pieces = pieces(of: text), !pieces.contains(where: { $0.isCode && $0.text.isEmpty }) else {
            return RunLine(text, role)
        }
        var line = RunLine("")
        for (piece, isCode) in pieces where !piece.isEmpty {
            line.parts.append(Part(text: String(piece), role: isCode ? .code : role))
        }
        return line
    }

    /// What is in backticks, and what is between it; nil where backticks do not pair, or there are none.
    private static func pieces(of text: String) -> [(text: Substring, isCode: Bool)]? {
        let pieces = text.split(separator: "`", omittingEmptySubsequences: false)
        guard pieces.count > 1, pieces.count % 2 == 1 else { return nil }
        return pieces.enumerated().map { ($1, $0 % 2 == 1) }
    }

    /// Two lines, the second behind the first.
    static func + (left: RunLine, right: RunLine) -> RunLine {
        var line = left
        line.parts += right.parts
        line.hanging = left.hanging ?? right.hanging
        line.isExact = left.isExact || right.isExact
        line.isCommand = left.isCommand || right.isCommand
        return line
    }

    /// The line in lines of at most so many columns, broken at blanks only; what is longer than a line stays whole.
    ///
    /// A command is broken so that it can still be pasted.
    func wrapped(to width: Int) -> [RunLine] {
        if isExact || parts.reduce(0, { $0 + $1.columns }) <= width { return [self] }
        let margin = parts.first?.text.prefix { $0 == " " }.count ?? 0
        let hanging = min(hanging ?? margin + (isCommand ? 4 : 0), width / 2)
        let pieces = parts.flatMap { part in
            LinePiece.pieces(of: part, isCommand: isCommand, room: width - hanging)
        }
        var lines = [RunLine("")]
        var (columns, indent) = (0, hanging)
        // Blanks wait until the next word shows on which line it is.
        var blanks: LinePiece?
        for (index, piece) in pieces.enumerated() {
            if piece.kind == .blank {
                blanks = piece
                continue
            }
            guard let gap = blanks else {
                lines[lines.count - 1].append(piece.text, piece.role)
                columns += piece.columns
                continue
            }
            blanks = nil
            // What is behind it without a blank belongs to it, such as a full stop behind code.
            let end = pieces[index...].firstIndex { $0.kind == .blank } ?? pieces.endIndex
            let continues = piece.kind == .command && end + 1 < pieces.endIndex && pieces[end + 1].kind == .command
            let taken = pieces[index..<end].reduce(continues ? 2 : 0) { $0 + $1.columns }
            let isFirst = columns <= indent && (columns == 0 || indent + taken <= width || taken > width)
            if columns + gap.columns + taken > width, !isFirst {
                if piece.kind == .command, index > 1, pieces[index - 2].kind == .command {
                    lines[lines.count - 1].append(" \\", piece.role)
                }
                // A long word has more room below the beginning of the line.
                indent = max(0, min(hanging, width - taken))
                lines.append(RunLine(String(repeating: " ", count: indent)))
                columns = indent
                if piece.kind == .comment, piece.text.utf8.first != UInt8(ascii: "#") {
                    lines[lines.count - 1].append("# ", piece.role)
                    columns += 2
                }
            } else {
                lines[lines.count - 1].append(gap.text, gap.role)
                columns += gap.columns
            }
            lines[lines.count - 1].append(piece.text, piece.role)
            columns += piece.columns
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

    /// A text without the sequences that colour it.
    static func withoutColours(_ text: String) -> String {
        guard text.utf8.contains(0x1B) else { return text }
        var plain = ""
        var isSequence = false
        for scalar in text.unicodeScalars {
            if scalar == "\u{1B}" {
                isSequence = true
            } else if isSequence {
                if scalar.properties.isAlphabetic { isSequence = false }
            } else {
                plain.unicodeScalars.append(scalar)
            }
        }
        return plain
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

    /// The same line as a command to be pasted.
    var command: RunLine {
        var line = self
        line.isCommand = true
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
