import RunbookModel

extension DocumentWalk {
    /// Visits a block of HTML, which may be one or several comments.
    mutating func visitHTML(_ literal: String, _ event: MarkdownEvent) {
        let block = source.block(literal, fromLine: event.line)
        let bytes = Array(literal.utf8)
        if HTMLBlock(literal).kind == .raw("pre"), let text = ExecutableText.preformatted(in: literal) {
            hintAtText(String(Substring(text)), "`<pre>`", event)
        }
        for range in Directive.comments(in: bytes) {
            guard let directive = Directive(block, bytes[range]) else { continue }
            directives.insert(directive.span.start.offset)
            hidden.hide(directive.span)
            apply(directive, isOwnLine: true)
        }
    }

    /// Visits a directive in the text of a paragraph.
    mutating func visitInline(_ directive: Directive, isFirst: Bool) {
        hidden.hide(directive.span)
        apply(directive, isOwnLine: false, isFirstParagraph: isFirst)
    }

    private mutating func apply(_ directive: Directive, isOwnLine: Bool, isFirstParagraph: Bool = false) {
        if frame.mode == .shown { return }
        let isInItem = frame.kind == .item
        guard !frames.contains(where: { $0.kind == .quote }),
            isInItem
                ? (isOwnLine ? !frame.hasSteps : isFirstParagraph)
                : isOwnLine && isUnderHeading
        else {
            misplaced(
                directive,
                isInItem
                    ? "a directive of an item belongs in its first paragraph, or on a line before its blocks"
                    : "a directive belongs in a list item, or directly below a heading")
            return
        }
        diagnostics += directive.diagnostics
        guard let verb = directive.verb else {
            if directive.words.isEmpty, directive.diagnostics.isEmpty {
                report(
                    "directive/unknown", "this directive is empty", at: directive.span,
                    help: "write a key such as `if=NAME:CHOICE`, or `manual`, or remove the comment")
            }
            if frame.mode == .excluded { return }
            let isManual = frame.manualStep != nil || frame.isUndoItem
            readKeys(directive, isManual ? .manualDirective : .directive)
            return
        }
        switch Directive.Verb(rawValue: verb.value) {
        case .manual: if frame.mode != .excluded { makeManual(directive, verb) }
        case .include: if frame.mode != .excluded { addInclude(directive, verb) }
        case .input: if frame.mode != .excluded { addInput(directive, verb) }
        case .undo: beginUndo(directive, verb)
        case .troubleshoot: beginTroubleshooting(directive, verb)
        case nil:
            report(
                "directive/unknown", "unknown directive `\(verb.value)`", at: verb.span,
                help: Suggestion.help(
                    for: verb.value, among: Directive.Verb.allCases.map(\.rawValue) + StepKeys.inheritedNames,
                    noun: "directive"))
        }
    }

    /// Reads keys into the item or section that the directive is in.
    mutating func readKeys(_ directive: Directive, _ place: KeyPlace) {
        let isSection = frame.kind == .body
        let given = isSection ? section.map { sectionStates[$0].given } : frame.given
        var reader = KeyReader(place, adding: given ?? GivenKeys())
        reader.read(directive.words)
        diagnostics += reader.diagnostics
        let isClear = directive.diagnostics.isEmpty && reader.diagnostics.isEmpty
        if isSection, let section {
            sectionStates[section].given = reader.given
            sectionStates[section].directive = isClear ? sectionStates[section].directive ?? directive.span : nil
        } else {
            frame.given = reader.given
            frame.directive = isClear ? frame.directive ?? directive.span : nil
            if !reader.given.step.alternatives.isEmpty {
                frame.outerProse = pendingProse.filter { $0.container != frame.container }
            }
        }
    }

    /// Makes one manual step of an item or section and everything below it.
    private mutating func makeManual(_ directive: Directive, _ verb: Located<String>) {
        switch frame.mode {
        case .undoing, .undoItem, .troubleshooting:
            misplaced(directive, "what a person does here belongs in a task item: `- [ ] ...`")
            return
        default: break
        }
        if case .manual = frame.mode {
            // A part of a task item: shown with it.
            frame.mode = .shown
            if frame.manualStep != nil { readKeys(directive, .manualDirective) }
            return
        }
        readKeys(directive, .manualDirective)
        frame.mode = .shown
        let span: SourceSpan
        if frame.kind == .body, let section {
            sectionStates[section].mode = .shown
            manualSections.append((sections[section].level, steps.count))
            span = sections[section].span
        } else {
            frame.manualStep = steps.count
            span = source.spanOfLine(frame.line, fromColumn: frame.column)
        }
        appendManualStep(title: stepTitle, span: span)
    }

    mutating func misplaced(_ directive: Directive, _ message: String) {
        report(
            "directive/misplaced", message, at: directive.span,
            help: "move it into the item, with the indentation of its text, or to the line after the heading")
    }
}
