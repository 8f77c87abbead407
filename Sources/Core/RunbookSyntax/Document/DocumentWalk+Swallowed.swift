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
            // Manual steps show their blocks.
            guard frame.mode != .shown else { continue }
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

    /// Says which such lines are in something that is not a front matter, or perhaps not.
    mutating func tellSwallowed(_ frontMatter: FrontMatter?) {
        guard let frontMatter else { return }
        let end = source.position(at: frontMatter.range.upperBound)
        unread.formUnion(1...end.line)
        while let line = swallowed.first, line.line <= end.line {
            swallowed.removeFirst()
            if frontMatter.isSound { continue }
            report(
                line, "this block is between two lines `---`, so Markdown reads it as front matter",
                "remove the first line of the file or line \(end.line), or write `***` for a rule")
        }
    }

    /// Says that a block is executed, although a browser hides it.
    mutating func tellHidden(_ fence: Fence) {
        guard let comment = openComment, fence.span.start.line < comment.end else { return }
        diagnostics.append(
            Diagnostic(
                "fence/hidden", .warning, "readers cannot see this block, because a comment above it is not closed",
                at: fence.span,
                help:
                    "close the comment with `-->`; to disable the block, start the comment on a line of its own after "
                    + "an empty line",
                DocumentWalk.refusal, preventsRun: true,
                related: [Diagnostic.Related(span: comment.span, message: "the comment starts here")]))
    }

    /// What a warning says that keeps a document from running.
    static let refusal = "until then `exec` refuses the document"

    private mutating func tellIndented(_ line: FenceLine) {
        let column = source.visualColumn(line: line.line, column: line.span.start.column)
        let content = frame.kind == .item ? frame.content : nil
        let margin = content.map { source.visualColumn(line: $0.line, column: $0.column) } ?? 1
        if column == margin {
            report(
                line, "this item has more than four blanks after its mark, so the block is text",
                "write one blank after the mark")
            return
        }
        if let indentation = indentation(of: line, in: column) {
            report(line, "this block is outside the item above it, so Markdown reads it as text", indentation)
            return
        }
        report(
            line, "this block is indented by \(column - margin) columns, so Markdown reads it as text",
            "indent it by at most three columns more than the text around it; in notes and tabs that start with "
                + "`!!!`, `???` or "
                + "`===` all content is such text: move the block below them, without indentation")
    }

    private mutating func tellParagraph(_ line: FenceLine) {
        if line.isClosedOnItsLine {
            report(
                line, "this is not a block, because it is closed on the line that it starts on",
                "write what it contains, and what closes it, on lines of their own")
        } else if line.holdsBacktick {
            report(
                line, "this is not a block, because its first line contains another backtick",
                "start it with `~~~`, or remove the backtick")
        } else if line.isBehindText {
            report(
                line, "this is not a block, because other text is before it on the line",
                "start it on a line of its own")
        } else {
            report(
                line, "this is not a block, because the line continues the paragraph above it",
                "add an empty line before it, and indent it by at most three columns more than the text around it")
        }
    }

    private mutating func tell(_ line: FenceLine, inside fence: Fence, isOpen: Bool) {
        guard isOpen || (line.mark == fence.mark && line.length >= fence.length) else { return }
        let marks = fence.mark == UInt8(ascii: "`") ? "backticks" : "tildes"
        report(
            line, "this line is inside the block that starts in line \(fence.span.start.line)",
            "close that block before it with a line of \(fence.length) \(marks); to show blocks in an example, "
                + "start it with "
                + "more of them than the blocks have",
            related: [Diagnostic.Related(span: fence.span, message: "this block is not closed before that line")])
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
                line, "this block is inside the comment that starts in line \(first)",
                "close the comment with `-->` at the end of a line before it")
        case .raw(let name):
            report(
                line, "this block is inside the `<\(name)>` of line \(first)",
                "close it with `</\(name)>` before the block")
        case .other(let end):
            report(
                line, "this block is inside the HTML that starts in line \(first)",
                "close it with `\(end)` before the block")
        case .tag:
            report(
                line, "this block is inside the HTML that starts in line \(first)", "add an empty line before the block"
            )
        }
    }

    private mutating func report(
        _ line: FenceLine, _ message: String, _ help: String, related: [Diagnostic.Related] = []
    ) {
        diagnostics.append(
            Diagnostic(
                "fence/swallowed", .warning, message, at: line.span, help: help,
                "if it is only for readers, give it the role `text`; \(DocumentWalk.refusal)", preventsRun: true,
                related: related))
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
