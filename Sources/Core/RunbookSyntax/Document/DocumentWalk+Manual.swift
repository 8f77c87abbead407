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
