import RunbookModel

extension DocumentWalk {
    /// Visits a code block.
    mutating func visitCode(_ event: MarkdownEvent) {
        meet(event)
        guard let fence = fences.byLine[event.line] else {
            if case .code(_, let literal) = event.kind { hintAtText(literal, "indented code", event) }
            tellIndentedBoxes(event)
            return
        }
        defer { leadingItem = nil }
        lastLine = fence.lastLine
        if fence.isDeclaration || frame.mode == .shown { return }
        if case .undoItem = frame.mode { return }
        guard let role = fence.role else {
            visitPlain(fence)
            return
        }
        if role == .text { return }
        if frame.mode == .excluded {
            diagnostics.append(
                Diagnostic(
                    "fence/quoted", .warning, "this block is in a quotation, so it is not executed", at: fence.span,
                    help: "to execute it, move it out of the quotation",
                    "if it is only for readers, give it the role `text`; until then `exec` refuses the document",
                    preventsRun: true))
            return
        }
        tellHidden(fence)
        hidden.hide(lines: event.line...fence.lastLine)
        if !fence.isClosed {
            report(
                "fence/unclosed", "this block is not closed", at: fence.span,
                help: "close it with a line of the same characters, with the same indentation as its first line")
        }
        visit(fence, role)
    }

    private mutating func visit(_ fence: Fence, _ role: FenceRole) {
        switch role {
        case .undo: addUndo(fence)
        case .run, .verify: addStep(fence, role)
        case .expect, .assert, .capture: addCheck(fence, role)
        case .text: break
        }
    }

    private mutating func addStep(_ fence: Fence, _ role: FenceRole) {
        var manualStep: Int?
        switch frame.mode {
        case .undoing: return refuseInUndo(fence, role)
        case .troubleshooting(let index): return addQuestion(fence, role, to: index)
        default: break
        }
        if case .manual(let index) = frame.mode {
            guard role == .verify else {
                frame.acting = .other
                report(
                    "manual/run-inside", "a `run` block is not allowed in a task item", at: fence.span,
                    help: "move the box to an item of its own before the block, or use `confirm=`",
                    related: [Diagnostic.Related(span: steps[index].span, message: "the task item is here")])
                return
            }
            manualStep = index
        }
        let (words, problems) = fence.info.keyWords
        var reader = KeyReader(role == .run ? .run : .verify)
        reader.read(words)
        diagnostics += problems + reader.diagnostics
        let language = fence.language ?? Located("", at: fence.span)
        let text = reader.given.step.isVerbatim ? fence.text.withoutValues : fence.text
        if role == .run { frame.lastRun = steps.count }
        append(
            Step(
                role: role == .run ? .run : .verify, id: reader.given.id, title: self.title(of: text, role),
                prose: takeProse(), number: frame.number ?? leadingItem?.number, section: section,
                container: frame.container, span: fence.span,
                block: Step.Block(language: language, text: text),
                keys: joined(reader.given.step, in: frames), manualStep: manualStep))
    }

    /// Adds a step to the innermost container.
    mutating func append(_ step: Step) {
        frame.acting = .step(steps.count)
        if step.role != .manual { frame.hasSteps = true }
        // A `verify` in a task item is not a step of its own to the reader.
        numberedItems.append(step.manualStep == nil ? frame.numberedItem : nil)
        steps.append(step)
    }

    private mutating func addCheck(_ fence: Fence, _ role: FenceRole) {
        let (check, problems) = CheckReader.read(fence, role: role)
        diagnostics += problems
        if let owner = CheckReader.owner(of: fence) {
            add(check, to: owner)
            return
        }
        switch frame.acting {
        case .step(let index): if let check { steps[index].checks.append(check) }
        case .undo(let index): if let check { undos[index].checks.append(check) }
        case .check(let section, let item):
            if let check { troubleshooting[section].items[item].check?.checks.append(check) }
        case .other: break
        case .nothing:
            report(
                "\(role)/detached", "there is no `run` or `verify` block before this one that it can belong to",
                at: fence.span,
                help:
                    "move it to the same list item or section as its block, and indent it like that block; or "
                    + "give that block an `id` and write `of=ID` after `\(role)`",
                related: steps.last.map {
                    [
                        Diagnostic.Related(
                            span: $0.span, message: "the nearest block is here, in another item or section")
                    ]
                }
                    ?? [])
        }
    }

    /// Adds a check to the step that it names.
    private mutating func add(_ check: Check?, to owner: Located<String>) {
        guard let index = steps.lastIndex(where: { $0.id?.value == owner.value && $0.role != .manual }) else {
            let ids = steps.filter { $0.role != .manual }.compactMap(\.id?.value)
            report(
                "check/unknown-step", "no `run` or `verify` block above has the id `\(owner.value)`", at: owner.span,
                help: Suggestion.help(for: owner.value, among: ids, noun: "id"))
            return
        }
        if let check { steps[index].checks.append(check) }
    }

    /// Hints at a text outside fenced blocks, which cannot be executed.
    mutating func hintAtText(_ text: some StringProtocol, _ kind: String, _ event: MarkdownEvent) {
        guard frame.mode == .normal, let language = ExecutableText.language(of: text) else { return }
        report(
            "fence/looks-executable", "this looks executable, but it is \(kind), and only fenced blocks are executed",
            at: source.spanOfLine(event.line, fromColumn: event.column), severity: .hint,
            help: "to execute it, write it as a fenced block with `\(language) run` after the fence")
    }

    /// The slip in a block's first line, where its author certainly meant a role.
    private func certainMiss(_ fence: Fence) -> FenceInfo.NearMiss? {
        fence.info.nearMiss.flatMap { fences.hasSteps || !$0.isCommonElsewhere ? $0 : nil }
    }

    /// A block in a quotation whose role has a slip: its author would miss it as much as one with a role.
    private mutating func tellQuotedMiss(_ fence: Fence) {
        let miss = certainMiss(fence)
        guard miss.map({ $0.role != "text" }) ?? hasOnlyKeys(fence) else { return }
        let problem = miss?.message ?? "this block has keys but no role"
        diagnostics.append(
            Diagnostic(
                "fence/quoted", .warning, "this block is in a quotation, so it is not executed; \(problem)",
                at: miss?.text.span ?? fence.span,
                help: "to execute it, move it out of the quotation and correct its first line",
                miss?.help ?? "if it is only for readers, write `text` before the keys",
                "until then `exec` refuses the document", preventsRun: true))
    }

    /// Whether the second word of a block that looks executable is a key of a step.
    private func hasOnlyKeys(_ fence: Fence) -> Bool {
        guard fence.looksExecutable, let key = fence.word?.value.split(separator: "=").first else { return false }
        return StepKeys.names.contains(String(key))
    }

    /// A fence without a role: text, unless its author certainly meant something else.
    private mutating func visitPlain(_ fence: Fence) {
        if frame.mode == .excluded { return tellQuotedMiss(fence) }
        guard let language = fence.language else {
            guard frame.mode == .normal, let language = ExecutableText.language(of: fence.text.text) else { return }
            report(
                "fence/looks-executable", "this block looks executable, but has no language and no role",
                at: fence.span,
                severity: .hint,
                help: "to execute it, write `\(language) run` after the fence; if it is only for readers, write `text`")
            return
        }
        if let miss = certainMiss(fence) {
            report(miss.code, miss.message, at: miss.text.span, help: miss.help)
        } else if hasOnlyKeys(fence) {
            report(
                "fence/no-role", "this block has keys but no role", at: fence.word?.span ?? fence.span,
                help: "write `\(language.value) run` or `\(language.value) verify` before the keys")
        } else if let (word, help) = fence.info.unknownCheck, frame.takesChecks {
            report(
                "fence/unknown-role",
                "`\(VisibleText.visible(word.value))` is not a role, so this block checks nothing",
                at: word.span, severity: .warning, help: help)
        } else if fence.looksExecutable, !fence.isText, frame.mode == .normal {
            report(
                "fence/looks-executable", "this block looks executable but has no role", at: fence.span,
                severity: .hint,
                help: "to execute it, add `run` or `verify`; if it is only for readers, add `text`")
        }
    }
}
