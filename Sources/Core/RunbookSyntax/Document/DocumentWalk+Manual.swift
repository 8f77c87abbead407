import RunbookBodies
import RunbookModel

extension DocumentWalk {
    /// Makes a manual step of a task item.
    mutating func beginTaskItem(_ box: MarkdownInlines.Box, _ event: MarkdownEvent) {
        let span = source.spanOfLine(event.line, fromColumn: event.column)
        if box == .ticked {
            report(
                "manual/ticked", "this box is ticked in the document, but it is open in every run",
                at: source.span(span.start.offset..<min(span.start.offset + 3, source.bytes.count)), severity: .warning,
                help: "write `[ ]`")
        }
        hidden.hide(source.span(span.start.offset..<min(span.start.offset + 4, span.end.offset)))
        frame.manualStep = steps.count
        frame.mode = .manual(steps.count)
        appendManualStep(title: stepTitle, span: span)
        // Checks belong to a `verify` block inside, never to the step of a person.
        frame.acting = .nothing
    }

    /// Says which lines of a paragraph begin with something that is almost a box: then nobody would be asked.
    mutating func tellNearBoxes(in block: BlockText, isItem: Bool) {
        let isQuoted = frame.mode == .excluded
        let place: (text: String, help: String)
        switch frame.mode {
        case .normal, .undoing: place = ("", "")
        case .excluded: place = (", in a quotation", "move it out of the quotation and ")
        case .troubleshooting: place = (", in a section that finds causes", "move it to a section of steps and ")
        case .manual, .shown, .undoItem: return
        }
        let bytes = Array(block.text.utf8)
        var start = 0
        for line in bytes.split(separator: 0x0A, omittingEmptySubsequences: false) {
            if let length = NearBox.length(in: line, isItem: isItem && start == 0) {
                let help =
                    "for a step that a person does, \(place.help)write `- [ ] TEXT` with one blank in the box and one "
                    + "behind it; if it is only text, write `\\[`, or no box"
                diagnostics.append(
                    Diagnostic(
                        "manual/box", place.text.isEmpty ? .error : .warning,
                        "this is almost a box\(place.text), so no person is asked here",
                        at: block.span(start..<start + length),
                        help: isQuoted ? help + "; \(DocumentWalk.refusal)" : help, preventsRun: isQuoted))
            }
            start += line.count + 1
        }
    }

    /// Says that a task item in a quotation asks nobody.
    mutating func tellQuotedBox(_ event: MarkdownEvent) {
        diagnostics.append(
            Diagnostic(
                "manual/box", .warning, "this task item is in a quotation, so no person is asked here",
                at: source.spanOfLine(event.line, fromColumn: event.column),
                help: "for a step that a person does, move it out of the quotation",
                "if it is only for readers, write `\\[`; \(DocumentWalk.refusal)", preventsRun: true))
    }

    /// Says that a task item is read as code, because it is indented.
    mutating func tellIndentedBoxes(_ event: MarkdownEvent) {
        switch frame.mode {
        case .normal, .undoing, .excluded, .troubleshooting: break
        case .manual, .shown, .undoItem: return
        }
        let isItem = frame.kind == .item
        let quotes = frames.count { $0.kind == .quote }
        for number in event.line...max(event.line, event.lastLine) {
            let range = source.range(ofLine: number)
            let line = source.bytes[range]
            var text = line[source.text(in: range, quotes: quotes)...].drop { $0 == 0x20 || $0 == 0x09 }
            // The mark of the item itself may be before it on its line.
            let marks = text.prefix { "-*+.)0123456789".utf8.contains($0) }
            let behind = text.dropFirst(marks.count).drop { $0 == 0x20 || $0 == 0x09 }
            guard !marks.isEmpty || isItem && number == event.line else { continue }
            text = behind
            guard text.starts(with: "[ ] ".utf8) || text.starts(with: "[x] ".utf8) else { continue }
            let isGate = if case .troubleshooting = frame.mode { false } else { true }
            diagnostics.append(
                Diagnostic(
                    "manual/box", .warning, "this task item is indented so far that Markdown reads it as code",
                    at: source.spanOfLine(number, fromColumn: text.startIndex - line.startIndex + 1),
                    help:
                        "for a step that a person does, indent it like the items around it, with one blank behind its "
                        + "mark",
                    "if it is only for readers, write it in a fence with the role `text`"
                        + (isGate ? "; \(DocumentWalk.refusal)" : ""), preventsRun: isGate))
        }
    }

    /// Adds a manual step whose text and keys are known when its item or section ends.
    mutating func appendManualStep(title: Template, span: SourceSpan) {
        append(
            Step(
                role: .manual, title: title, prose: Template(literal: ""), number: frame.number, section: section,
                container: frame.container, span: span, block: nil, keys: StepKeys()))
    }

    /// Completes the manual step of an item that was just closed.
    mutating func finishManualItem(_ index: Int, _ item: Frame) {
        steps[index].keys = joined(item.given.step, in: frames)
        steps[index].id = item.given.id
        let content = item.content ?? steps[index].span.start
        steps[index].prose = shownText(fromLine: content.line, margin: content.column - 1, start: content.offset)
    }

    /// Completes the manual step of the section that ends here.
    mutating func finishManualSection(_ index: Int) {
        guard let section = steps[index].section else { return }
        // Its keys were read into the section, so that they are found like those of the sections around it.
        var keys = sectionStates[section].given.step
        for outer in sections[section].path.dropLast().reversed() {
            keys.inherit(from: sectionStates[outer].given.step)
        }
        steps[index].keys = keys
        steps[index].id = sectionStates[section].given.id
        let line = sections[section].span.start.line + 1
        steps[index].prose = shownText(fromLine: line, margin: 0, start: 0)
    }

    /// The text from a line to the last one met, without what is hidden.
    ///
    /// - Parameters:
    ///   - margin: The blanks to take off every line.
    ///   - start: The offset before which nothing is shown.
    func shownText(fromLine line: Int, margin: Int, start: Int) -> Template {
        guard line <= lastLine else { return Template(literal: "") }
        var pieces: [Template] = []
        for number in line...lastLine where !hidden.hides(line: number) {
            let range = source.range(ofLine: number)
            let shown = max(start, source.indented(range, by: margin))..<max(start, range.upperBound)
            let piece = Template(hidden.visible(shown).flatMap { part in template(of: part) }).trimmedEnd
            if !isEmptied(piece, of: shown) { pieces.append(piece) }
        }
        return Template.joined(pieces, separator: "\n").trimmed
    }

    private func template(of range: Range<Int>) -> [Template.Segment] {
        TextBody.parse(source.block([range]), malformed: .literal).template.segments
    }
}
