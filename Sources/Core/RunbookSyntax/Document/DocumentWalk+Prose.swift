import RunbookBodies
import RunbookModel

extension DocumentWalk {
    /// Visits a paragraph: it may begin a task item, hold directives, and it leads to the steps behind it.
    mutating func visitParagraph(_ text: MarkdownInlines, _ event: MarkdownEvent) {
        let block = paragraphBlock(event)
        let directives = comments(in: text, of: block)
        let prose = proseTemplate(block, without: directives)
        let title = Title.template(of: text, holes: prose.holes, at: block.span)
        if title.literal?.trimmed.isEmpty != true { frame.title = title }
        frame.leads = text.plain.utf8.last { $0 != 0x20 } == UInt8(ascii: ":")
        let isFirst = frame.isAtStart
        noteLink(text, in: block)
        // `\[ ]` is text.
        if frame.kind == .item, isFirst, let box = text.box, block.text.utf8.first != UInt8(ascii: "\\") {
            if frame.mode == .normal { beginTaskItem(box, event) }
            if frame.mode == .undoing { beginUndoItem(event) }
            if frame.mode == .excluded { tellQuotedBox(event) }
        } else {
            tellNearBoxes(in: block, isItem: frame.kind == .item && isFirst)
        }
        // The paragraph leads to what its own directive makes, too.
        if frame.mode.leadsToSteps { pendingProse.append((frame.container, prose)) }
        for directive in directives { visitInline(directive, isFirst: isFirst) }
        let container = frame.container
        if !frame.mode.leadsToSteps { pendingProse.removeAll { $0.container == container } }
    }

    /// The lines of a paragraph as Markdown sees them: without indentation and the marks of quotations.
    func paragraphBlock(_ event: MarkdownEvent) -> BlockText {
        let quotes = frames.count { $0.kind == .quote }
        var lines: [Range<Int>] = []
        for number in event.line...max(event.line, event.lastLine) {
            let range = source.range(ofLine: number)
            let start =
                number == event.line ? range.lowerBound + event.column - 1 : source.text(in: range, quotes: quotes)
            lines.append(min(start, range.upperBound)..<range.upperBound)
        }
        return source.block(lines)
    }

    /// The directives among the comments of a text, found again in its source.
    mutating func comments(in text: MarkdownInlines, of block: BlockText) -> [Directive] {
        guard !text.pieces.isEmpty else { return [] }
        let bytes = Array(block.text.utf8)
        var cursor = 0
        var found: [Directive] = []
        for piece in text.pieces {
            // A code span is only looked for to step over it: it may quote a comment.
            let literal =
                switch piece {
                case .comment(let text), .code(let text): Array(text.utf8)
                }
            guard let start = bytes[cursor...].firstIndex(of: literal) else { continue }
            cursor = start + literal.count
            guard case .comment = piece else { continue }
            guard let directive = Directive(block, bytes[start..<cursor]) else { continue }
            found.append(directive)
            directives.insert(directive.span.start.offset)
        }
        return found
    }

    private func proseTemplate(_ block: BlockText, without directives: [Directive]) -> Template {
        guard !directives.isEmpty else { return TextBody.parse(block, malformed: .literal).template }
        var hidden = HiddenText()
        for directive in directives { hidden.hide(directive.span) }
        var lines: [Template] = []
        var first = 0
        for line in block.text.utf8.split(separator: 0x0A, omittingEmptySubsequences: false) {
            let origin = block.position(at: first).offset
            var segments: [Template.Segment] = []
            for part in hidden.visible(origin..<origin + line.count) {
                let range = first + part.lowerBound - origin..<first + part.upperBound - origin
                segments += TextBody.parse(block, in: range, malformed: .literal).template.segments
            }
            first += line.count + 1
            let template = Template(segments).trimmedEnd
            if !isEmptied(template, of: origin..<origin + line.count) { lines.append(template) }
        }
        return Template.joined(lines, separator: "\n").trimmed
    }

    /// Whether a line was only a directive, which leaves nothing behind.
    func isEmptied(_ template: Template, of line: Range<Int>) -> Bool {
        template.literal?.trimmed.isEmpty == true && !source.isBlank(line)
    }

    /// The title of a step that is here.
    var stepTitle: Template { ownedTitle.title }

    /// The title of a step that is here, and the section that gives it; nil for the document.
    private var ownedTitle: (title: Template, section: Int?) {
        for frame in frames.reversed() {
            if frame.kind == .body, frames.count > 1 { break }
            if let title = frame.title { return (title, section) }
        }
        if let title = leadingItem?.title { return (title, section) }
        let headings = (section.map { sections[$0].path } ?? []).reversed()
        // A heading such as `Example` says nothing of the step, so one above it gives the title.
        guard let owner = headings.first(where: { !Title.isLabel(sections[$0].title) }) ?? headings.first else {
            return (Template(literal: title ?? ""), nil)
        }
        return (Template(literal: sections[owner].title), owner)
    }

    /// The title of a step with a block that is here: no two that one section gives are the same, for a reader would not
    /// know which of them failed.
    ///
    /// A check after its step may have the title of that step.
    mutating func title(of block: BlockText, _ role: FenceRole) -> Template {
        let (title, owner) = ownedTitle
        func key(_ title: Template) -> String { "\(role) \(owner ?? -1) \(title.source)" }
        let count = usedTitles[key(title), default: 0] + 1
        usedTitles[key(title)] = count
        if count == 1 { return title }
        if let own = Title.template(of: block), usedTitles[key(own)] == nil {
            usedTitles[key(own)] = 1
            return own
        }
        return Template(title.segments + [.literal(" (\(count))")])
    }

    /// The paragraphs that lead to a step that is here.
    mutating func takeProse() -> Template {
        defer { pendingProse = [] }
        let leading = pendingProse.isEmpty ? leadingItem?.prose.map { [$0] } ?? [] : []
        return Template.joined(leading + pendingProse.map(\.text), separator: "\n\n")
    }
}
