import RunbookModel

/// Sections that find causes.
extension DocumentWalk {
    /// Begins such a section.
    mutating func beginTroubleshooting(_ directive: Directive, _ verb: Located<String>) {
        guard frame.kind == .body, let section else {
            report(
                "directive/misplaced", "`troubleshoot` stands first under a heading", at: verb.span,
                help: "give what finds causes a heading of its own")
            return
        }
        var steps: [Located<String>] = []
        for word in directive.words {
            if word.value != nil {
                report(
                    "key/unknown", "`troubleshoot` has no key `\(word.name.value)`", at: word.name.span,
                    help: "write the ids of steps: `troubleshoot STEP, STEP`")
                continue
            }
            for name in word.name.parts(separatedBy: ",") where !name.value.isEmpty {
                if let problem = NameForm.problem(with: name, of: "a step") {
                    diagnostics.append(problem)
                } else {
                    steps.append(name)
                }
            }
        }
        if steps.isEmpty, directive.words.isEmpty {
            report(
                "troubleshoot/no-step", "this section does not say whose failure it is about", at: verb.span,
                help: "write the ids of steps: `troubleshoot STEP, STEP`")
        }
        let index = troubleshooting.count
        troubleshooting.append(Troubleshooting(steps: steps, section: section, span: directive.span))
        sectionStates[section].mode = .troubleshooting(index)
        frame.mode = .troubleshooting(index)
    }

    /// Adds a check that finds a cause.
    mutating func addQuestion(_ fence: Fence, _ role: FenceRole, to index: Int) {
        guard role == .verify else {
            frame.acting = .other
            report(
                "troubleshoot/acts", "what finds causes only reads", at: fence.word?.span ?? fence.span,
                help: "make it a `verify`, or call it `text` when a person decides about it")
            return
        }
        let (words, problems) = fence.info.keyWords
        var reader = KeyReader(.verify)
        reader.read(words)
        diagnostics += problems + reader.diagnostics
        frame.acting = .check(index, troubleshooting[index].items.count)
        frame.hasSteps = true
        let step = Step(
            role: .verify, id: nil, title: stepTitle, prose: takeProse(), number: frame.number, section: section,
            container: frame.container, span: fence.span,
            block: Step.Block(
                language: fence.language ?? Located("", at: fence.span),
                text: reader.given.step.isVerbatim ? fence.text.withoutValues : fence.text),
            keys: joined(reader.given.step, in: frames))
        troubleshooting[index].items.append(Troubleshooting.Item(title: step.title, check: step))
    }

    /// Adds an item without a check, when one was just closed: a person looks at it.
    mutating func closeQuestion(_ item: Frame, of index: Int) {
        guard item.kind == .item, !item.hasSteps, let title = item.title,
            !frames.contains(where: { $0.kind == .item })
        else { return }
        troubleshooting[index].items.append(Troubleshooting.Item(title: title, check: nil))
    }
}
