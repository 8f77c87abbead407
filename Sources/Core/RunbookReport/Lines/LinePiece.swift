/// A stretch of a line that no line break may be in: a word, a name in code, a word of a command.
struct LinePiece: Sendable, Hashable {
    /// What it is part of, which decides how a line is broken before it.
    enum Kind: Sendable {
        /// A sentence, or anything else that reads the same over two lines.
        case text
        /// A command for a shell, which continues behind a backslash.
        case command
        /// The comment behind a command, of which each line begins with its own mark.
        case comment
        /// The blanks between two others.
        case blank
    }

    let text: Substring
    let role: TerminalStyle.Role?
    let kind: Kind
    /// The columns that it takes.
    let columns: Int

    private init(_ text: Substring, _ role: TerminalStyle.Role?, _ kind: Kind, marks: Int = 0) {
        self.text = text
        self.role = role
        self.kind = kind
        columns = Self.columns(of: text) + marks
    }

    /// The pieces of a part of a line.
    ///
    /// - Parameters:
    ///   - isCommand: Whether the line is a command.
    ///   - room: The columns of a line behind its margin: code that has room there stays together.
    static func pieces(of part: RunLine.Part, isCommand: Bool, room: Int) -> [LinePiece] {
        let (text, role) = (part.text, part.role)
        if isCommand { return words(of: text, role) }
        if role == .code || part.isCode {
            if part.columns <= room {
                return [LinePiece(text[...], role, .text, marks: part.columns - columns(of: text))]
            }
            let isOurs = text.utf8.starts(with: "runbook ".utf8) || text.utf8.starts(with: "`runbook ".utf8)
            if isOurs { return words(of: text, role) }
        }
        return blanksAndWords(of: text, role)
    }

    private static func blanksAndWords(of text: String, _ role: TerminalStyle.Role?) -> [LinePiece] {
        var pieces: [LinePiece] = []
        var start = text.utf8.startIndex
        while start < text.utf8.endIndex {
            let isBlank = text.utf8[start] == UInt8(ascii: " ")
            let end = text.utf8[start...].firstIndex { ($0 == UInt8(ascii: " ")) != isBlank } ?? text.utf8.endIndex
            pieces.append(LinePiece(text[start..<end], role, isBlank ? .blank : .text))
            start = end
        }
        return pieces
    }

    /// The words of a command as a shell splits it; a quotation that does not end here is one with all behind it.
    private static func words(of text: String, _ role: TerminalStyle.Role?) -> [LinePiece] {
        var pieces: [LinePiece] = []
        var start = text.utf8.startIndex
        var index = start
        var quote: UInt8?
        var kind = Kind.command
        func end(_ isBlank: Bool) {
            if start < index { pieces.append(LinePiece(text[start..<index], role, isBlank ? .blank : kind)) }
            start = index
        }
        while index < text.utf8.endIndex {
            let byte = text.utf8[index]
            let next = text.utf8.index(after: index)
            if let open = quote {
                if byte == open { quote = nil }
                // In double quotes a backslash takes the next byte along, such as a quote.
                if byte == UInt8(ascii: "\\"), open == UInt8(ascii: "\""), next < text.utf8.endIndex {
                    index = text.utf8.index(after: next)
                    continue
                }
            } else if byte == UInt8(ascii: " ") {
                end(false)
                index = text.utf8[index...].firstIndex { $0 != byte } ?? text.utf8.endIndex
                end(true)
                if index < text.utf8.endIndex, text.utf8[index] == UInt8(ascii: "#") { kind = .comment }
                continue
            } else if kind == .command {
                if byte == UInt8(ascii: "'") || byte == UInt8(ascii: "\"") { quote = byte }
                if byte == UInt8(ascii: "\\"), next < text.utf8.endIndex {
                    index = text.utf8.index(after: next)
                    continue
                }
            }
            index = next
        }
        index = text.utf8.endIndex
        end(false)
        return pieces
    }

    /// The columns of a text in which there may be colours.
    static func columns(of text: some StringProtocol) -> Int {
        ColumnWidth.of(RunLine.withoutColours(String(text)))
    }
}
