import RunbookModel

/// What takes steps back: blocks with the role `undo`, sections and task items with the directive.
extension DocumentWalk {
    /// Begins a section that takes steps back, or makes an undo of a task item.
    mutating func beginUndo(_ directive: Directive, _ verb: Located<String>) {
        if frame.kind == .body {
            for word in directive.words {
                report(
                    "directive/misplaced", "a section does not say what is undone; its blocks and task items do",
                    at: word.span, help: "write `of=STEP` behind the role `undo` of each block")
            }
            if let section { sectionStates[section].mode = .undoing }
            frame.mode = .undoing
            return
        }
        if let manual = frame.manualStep, manual == steps.count - 1, case .manual = frame.mode {
            var step = steps.removeLast()
            numberedItems.removeLast()
            step.undoes = []
            frame.manualStep = nil
            frame.isUndoItem = true
            frame.mode = .undoItem(undos.count)
            undos.append(step)
        }
        guard case .undoItem(let index) = frame.mode, frame.isUndoItem else {
            report(
                "directive/misplaced", "`undo` stands first under a heading, or in a task item", at: verb.span,
                help: "give a block the role `undo`, or put a box before the item")
            return
        }
        let (owners, others) = owners(in: directive.words)
        undos[index].undoes += owners
        for word in others {
            report(
                "key/unknown", "there is no key `\(word.name.value)`", at: word.name.span,
                help: "write `undo of=STEP`; other keys belong in a directive of their own")
        }
    }

    /// Makes an undo of a task item in a section that takes steps back.
    mutating func beginUndoItem(_ event: MarkdownEvent) {
        let span = source.spanOfLine(event.line, fromColumn: event.column)
        hidden.hide(source.span(span.start.offset..<min(span.start.offset + 4, span.end.offset)))
        frame.isUndoItem = true
        frame.mode = .undoItem(undos.count)
        undos.append(
            Step(
                role: .manual, title: stepTitle, prose: Template(literal: ""), number: frame.number, section: section,
                container: frame.container, span: span, block: nil, keys: StepKeys()))
        frame.acting = .nothing
    }

    /// Completes the undo of a task item that was just closed.
    mutating func finishUndoItem(_ index: Int, _ item: Frame) {
        undos[index].keys = joined(item.given.step, in: frames)
        let content = item.content ?? undos[index].span.start
        undos[index].prose = shownText(fromLine: content.line, margin: content.column - 1, start: content.offset)
        if undos[index].undoes.isEmpty {
            report(
                "undo/no-step", "this task item does not say which step it takes back", at: undos[index].span,
                help: "add `<!-- runbook: undo of=STEP -->`, or remove the box")
        }
    }

    /// Adds a block that takes steps back.
    mutating func addUndo(_ fence: Fence) {
        if case .troubleshooting = frame.mode {
            report(
                "troubleshoot/acts", "what finds causes only reads", at: fence.word?.span ?? fence.span,
                help: "move the `undo` block to a section of its own")
            return
        }
        let (words, problems) = fence.info.keyWords
        let found = owners(in: words)
        var owners = found.owners
        var reader = KeyReader(.undo)
        reader.read(found.others)
        diagnostics += problems + reader.diagnostics
        if owners.isEmpty, !words.contains(where: { $0.name.value == "of" }) {
            if let run = frame.lastRun, frame.mode == .normal {
                owners = [.step(run)]
            } else {
                report(
                    "undo/no-step", "this block does not say which step it takes back",
                    at: fence.word?.span ?? fence.span,
                    help: "write `undo of=STEP`; without `of` it belongs to the `run` block before it in its item")
            }
        }
        // What is asked of a response belongs to the `run` block of the item, where there is one.
        if frame.lastRun == nil || frame.mode != .normal { frame.acting = .undo(undos.count) }
        frame.hasSteps = true
        undos.append(
            Step(
                role: .undo, title: stepTitle, prose: takeProse(), number: frame.number, section: section,
                container: frame.container, span: fence.span,
                block: Step.Block(
                    language: fence.language ?? Located("", at: fence.span),
                    text: reader.given.step.isVerbatim ? fence.text.withoutValues : fence.text),
                keys: joined(reader.given.step, in: frames)))
        undos[undos.count - 1].undoes = owners
    }

    /// Says that a block acts where steps are taken back.
    mutating func refuseInUndo(_ fence: Fence, _ role: FenceRole) {
        frame.acting = .other
        report(
            "undo/not-undo", "a section that takes steps back cannot contain a `\(role)` block",
            at: fence.word?.span ?? fence.span, help: "write `undo of=STEP`, or call it `text` when it is only shown")
    }

    /// The steps that `of=` names, and the words that are something else.
    private mutating func owners(in words: [KeyWord]) -> (owners: [Step.Undone], others: [KeyWord]) {
        var owners: [Step.Undone] = []
        for word in words where word.name.value == "of" {
            let names = word.value?.parts(separatedBy: ",") ?? []
            if names.allSatisfy({ $0.value.isEmpty }) {
                report("key/no-value", "`of` has no value", at: word.span, help: "write `of=STEP`")
            }
            for name in names where !name.value.isEmpty {
                if let problem = NameForm.problem(with: name, of: "a step") {
                    diagnostics.append(problem)
                } else {
                    owners.append(.named(name))
                }
            }
        }
        return (owners, words.filter { $0.name.value != "of" })
    }
}
