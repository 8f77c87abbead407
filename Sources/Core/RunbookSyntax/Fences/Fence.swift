import RunbookModel

/// A fenced code block, read from the lines of the file: libcmark unescapes info strings, and has no columns in them.
struct Fence: Sendable {
    /// The info string.
    let info: FenceInfo
    /// The character of the fence, and how many there are.
    let mark: UInt8
    let length: Int
    /// The content, without the last line's end.
    let text: BlockText
    /// The opening line, from the first character of the fence.
    let span: SourceSpan
    /// The last line, the closing fence included.
    let lastLine: Int
    /// Whether there is a closing fence.
    let isClosed: Bool

    /// The first word of the info string.
    var language: Located<String>? { info.language }
    /// The second word.
    var word: Located<String>? { info.word }
    /// The role, when the second word is one.
    var role: FenceRole? { info.role }
    /// Whether it declares a runbook.
    var isDeclaration: Bool { info.isDeclaration }

    /// Reads a code block; nil for an indented one, which has no fence.
    ///
    /// - Parameter beginsBlock: Whether another code block begins on a line: such a line closes nothing.
    init?(_ event: MarkdownEvent, of source: SourceText, beginsBlock: (Int) -> Bool) {
        guard case .code(let info, let literal) = event.kind else { return nil }
        let line = source.range(ofLine: event.line)
        let start = min(line.lowerBound + event.column - 1, line.upperBound)
        let opening = source.bytes[start..<line.upperBound]
        guard let mark = opening.first, mark == UInt8(ascii: "`") || mark == UInt8(ascii: "~") else { return nil }
        let length = opening.prefix { $0 == mark }.count
        // An indented block may begin with three backticks too; then they are its content.
        let isContent = info.isEmpty && literal.utf8.prefix(opening.count).elementsEqual(opening)
        guard length >= 3, !isContent else { return nil }

        self.info = FenceInfo(source, in: start + length..<line.upperBound)
        self.mark = mark
        self.length = length
        span = source.spanOfLine(event.line, fromColumn: event.column)

        text = source.block(literal.hasSuffix("\n") ? String(literal.dropLast()) : literal, fromLine: event.line + 1)
        let closing = event.line + 1 + literal.utf8.count { $0 == 0x0A }
        isClosed =
            closing <= source.lineCount && !beginsBlock(closing)
            && Fence.closes(source.bytes[source.range(ofLine: closing)], mark: mark, length: length)
        lastLine = isClosed ? closing : closing - 1
    }

    /// Whether a line ends with a fence of at least this length, and has only blanks and quotation marks before it.
    private static func closes(_ line: ArraySlice<UInt8>, mark: UInt8, length: Int) -> Bool {
        var rest = line
        while let last = rest.last, last == 0x20 || last == 0x09 { rest.removeLast() }
        let count = rest.reversed().prefix { $0 == mark }.count
        let isPrefixBlank = rest.dropLast(count).allSatisfy { $0 == 0x20 || $0 == 0x09 || $0 == UInt8(ascii: ">") }
        return count >= length && isPrefixBlank
    }
}
