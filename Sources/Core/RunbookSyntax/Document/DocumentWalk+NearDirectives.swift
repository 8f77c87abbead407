import RunbookModel

/// Texts that are nearly directives: a condition that does not count would let a block be executed.
///
/// They are looked for in the lines of the file, and not in what Markdown makes of them: a directive in what Markdown
/// does not take for a comment is one of them.
extension DocumentWalk {
    /// Notes the lines of something in which nothing is looked for: code, and what is only shown.
    mutating func skipLines(_ event: MarkdownEvent) {
        switch event.kind {
        case .code:
            if fences.byLine[event.line] == nil { tellIndentedItems(event.line...max(event.line, event.lastLine)) }
            unread.formUnion(event.line...max(event.line, fences.byLine[event.line]?.lastLine ?? event.lastLine))
        case .paragraph, .heading, .html:
            if frame.mode == .shown { unread.formUnion(event.line...max(event.line, event.lastLine)) }
        default: break
        }
    }

    /// Says which directives are in items that are indented so far that Markdown reads them as code.
    ///
    /// Other code that is indented may be an example.
    private mutating func tellIndentedItems(_ lines: ClosedRange<Int>) {
        guard frame.mode != .shown else { return }
        for line in lines where line <= source.lineCount {
            let range = source.range(ofLine: line)
            let item = source.bytes[range].drop { $0 == 0x20 || $0 == 0x09 }
            let text = Array(item)
            guard text.count > 1, "-*+".utf8.contains(text[0]), text[1] == 0x20,
                let comment = Directive.comments(in: text).first,
                text[comment].dropFirst(4).drop(while: { $0 == 0x20 }).starts(with: "runbook:".utf8)
            else { continue }
            let start = item.startIndex
            diagnostics.append(
                Diagnostic(
                    "directive/misspelled",
                    "this item is indented so far that Markdown reads it as code, so its directive is ignored",
                    at: source.span(start + comment.lowerBound..<start + comment.upperBound),
                    help: "indent the item by at most three columns more than the text around it",
                    "if it is an example, put it into a fence"))
        }
    }

    /// Says which texts are nearly directives.
    mutating func tellNearDirectives() {
        var first: Int?
        for line in 1...source.lineCount + 1 {
            if line <= source.lineCount, !unread.contains(line) {
                first = first ?? line
            } else if let begin = first {
                let start = source.range(ofLine: begin).lowerBound
                tellNearDirectives(in: start..<source.range(ofLine: line - 1).upperBound)
                first = nil
            }
        }
    }

    private mutating func tellNearDirectives(in range: Range<Int>) {
        let text = CodeSpans.blanked(source.bytes[range])
        var start = 0
        for comment in Directive.comments(in: text) {
            tellNearDirectives(inLines: text[start..<comment.lowerBound], from: range.lowerBound)
            start = comment.upperBound
            if holdsDirective(text[comment], from: range.lowerBound) { continue }
            if let near = NearDirective(comment: text[comment]) { tell(near, from: range.lowerBound) }
        }
        tellNearDirectives(inLines: text[start...], from: range.lowerBound)
    }

    /// Whether a directive was met that begins in a comment, or with it: what is before it may look like one, too.
    private func holdsDirective(_ comment: ArraySlice<UInt8>, from offset: Int) -> Bool {
        comment.indices.contains { comment[$0] == UInt8(ascii: "<") && directives.contains(offset + $0) }
    }

    private mutating func tellNearDirectives(inLines text: ArraySlice<UInt8>, from offset: Int) {
        for line in text.split(separator: 0x0A) {
            if let near = NearDirective(text: line) { tell(near, from: offset) }
        }
    }

    private mutating func tell(_ near: NearDirective, from offset: Int) {
        let range = offset + near.range.lowerBound..<offset + near.range.upperBound
        let word = VisibleText.visible(String(decoding: source.bytes[range], as: UTF8.self))
        let message =
            switch near.problem {
            case .word: "`\(word)` does not start a directive, so its keys are ignored"
            case .remark: "`\(word)` looks like the start of a directive, but this comment is ignored"
            case .noWord: "a directive starts with `runbook:`, so this comment is ignored"
            case .noComment: "a directive is a comment that starts with `runbook:`, so this text is ignored"
            }
        report(
            "directive/misspelled", message, at: source.span(range),
            help: near.problem == .remark
                ? "for a directive write `\(near.meant)`; let a remark start with another word"
                : "did you mean `\(near.meant)`? If it is an example, write it in backticks")
    }
}
