import RunbookModel

/// Lines that look like blocks with a role, and that Markdown reads as a part of something else.
extension DocumentWalk {
    /// Says which such lines are in what was just met.
    mutating func tellSwallowed(_ event: MarkdownEvent) {
        let fence = fences.byLine[event.line]
        let html: HTMLBlock? = if case .html(let literal) = event.kind { HTMLBlock(literal) } else { nil }
        let last = fence?.lastLine ?? event.lastLine
        var isLeftOpen: Bool?
        while let line = swallowed.first, line.line <= last {
            swallowed.removeFirst()
            // Manual steps show their blocks, and what is quoted is told elsewhere.
            guard frame.mode != .shown, frame.mode != .excluded else { continue }
            if let fence, line.line > event.line {
                let isOpen = isLeftOpen ?? isNotClosed(fence)
                isLeftOpen = isOpen
                tell(line, inside: fence, isOpen: isOpen)
            } else if let html, line.line >= event.line {
                tell(line, inside: html, from: event.line)
            } else if case .code = event.kind, line.line >= event.line {
                tellIndented(line)
            } else {
                tellParagraph(line)
            }
        }
        if let html { hideFences(behind: event, html) }
    }

    /// Says which such lines are in a front matter that is none, or not surely one.
    mutating func tellSwallowed(_ frontMatter: FrontMatter?) {
        guard let frontMatter else { return }
        let end = source.position(at: frontMatter.range.upperBound)
        while let line = swallowed.first, line.line <= end.line {
            swallowed.removeFirst()
            if frontMatter.isSound { continue }
            report(
                line, "this block stands between two lines that make a front matter of the text",
                "remove the first line of the file, or the line \(end.line), or write `***` for a rule")
        }
    }

    /// Says that a block is executed, although a browser hides it.
    mutating func tellHidden(_ fence: Fence) {
        guard let comment = openComment, fence.span.start.line < comment.end else { return }
        diagnostics.append(
            Diagnostic(
                "fence/hidden", .warning, "readers do not see this block, because a comment above it is not closed",
                at: fence.span,
                help: "end the comment with `-->`; where it shall hide the block, begin it on a line of its own behind "
                    + "an empty line",
                DocumentWalk.refusal, preventsRun: true,
                related: [Diagnostic.Related(span: comment.span, message: "a comment begins here")]))
    }

    private static let refusal = "`exec` refuses the document until then"

    private mutating func tellIndented(_ line: FenceLine) {
        let column = source.visualColumn(line: line.line, column: line.span.start.column)
        let content = frame.kind == .item ? frame.content : nil
        let margin = content.map { source.visualColumn(line: $0.line, column: $0.column) } ?? 1
        report(
            line, "this block is indented by \(column - margin) columns, so that it is text",
            "indent it by at most three more than the text around it; in notes and tabs that begin with `!!!`, `???` or "
                + "`===` everything is such text: write it below them, not indented")
    }

    private mutating func tellParagraph(_ line: FenceLine) {
        if line.holdsBacktick {
            report(
                line, "a block whose first line holds another backtick does not begin",
                "begin it with `~~~`, or leave out the backtick")
        } else if line.isBehindText {
            report(line, "a block does not begin behind other text", "begin it on a line of its own")
        } else {
            report(
                line, "this line continues the paragraph above it, so that no block begins",
                "put an empty line before it, and indent it by at most three more than the text around it")
        }
    }

    private mutating func tell(_ line: FenceLine, inside fence: Fence, isOpen: Bool) {
        guard isOpen || (line.mark == fence.mark && line.length >= fence.length) else { return }
        let marks = fence.mark == UInt8(ascii: "`") ? "backticks" : "tildes"
        report(
            line, "this line is a part of the block that begins in line \(fence.span.start.line)",
            "end that block before it by a line of \(fence.length) \(marks); an example that holds blocks begins with "
                + "more of them than the blocks do",
            related: [Diagnostic.Related(span: fence.span, message: "this block is not closed before")])
    }

    /// Whether a block has no end, or a line in it that would begin one of its kind: then the end is another one's.
    private func isNotClosed(_ fence: Fence) -> Bool {
        if !fence.isClosed { return true }
        let first = fence.span.start.line + 1
        return (first..<max(first, fence.lastLine)).contains { number in
            let line = source.bytes[source.range(ofLine: number)].drop { $0 == 0x20 || $0 == 0x09 }
            let marks = line.prefix { $0 == fence.mark }.count
            return marks >= fence.length && line.dropFirst(marks).contains { $0 != 0x20 && $0 != 0x09 }
        }
    }

    private mutating func tell(_ line: FenceLine, inside html: HTMLBlock, from first: Int) {
        if html.commentedOut.contains(line.line - first) { return }
        switch html.kind {
        case .comment:
            report(
                line, "this block stands in the comment that begins in line \(first)",
                "end the comment with `-->` at the end of a line before it")
        case .raw(let name):
            report(
                line, "this block stands in the `<\(name)>` of line \(first)",
                "end it with `</\(name)>` before the block")
        case .other(let end):
            report(
                line, "this block stands in the HTML that begins in line \(first)",
                "end it with `\(end)` before the block")
        case .tag:
            report(line, "this block stands in the HTML that begins in line \(first)", "put an empty line before it")
        }
    }

    private mutating func report(
        _ line: FenceLine, _ message: String, _ help: String, related: [Diagnostic.Related] = []
    ) {
        diagnostics.append(
            Diagnostic(
                "fence/swallowed", .warning, message, at: line.span, help: help,
                "call it `text` when it is only shown; \(DocumentWalk.refusal)", preventsRun: true, related: related))
    }

    /// Remembers up to where a browser hides what follows a block of HTML.
    private mutating func hideFences(behind event: MarkdownEvent, _ html: HTMLBlock) {
        guard html.leavesCommentOpen, openComment.map({ $0.end <= event.line }) ?? true else { return }
        let close = Array("-->".utf8)
        let next = event.lastLine + 1
        let end =
            next > source.lineCount
            ? nil
            : (next...source.lineCount).first { number in
                let line = source.bytes[source.range(ofLine: number)]
                return line.indices.contains { line[$0] == close[0] && line[$0...].starts(with: close) }
            }
        openComment = (source.spanOfLine(event.line, fromColumn: event.column), end ?? .max)
    }
}
