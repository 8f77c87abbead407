import RunbookModel

/// Directives that reach no step: what they say, a condition for instance, would silently not count.
extension DocumentWalk {
    /// Remembers an item that was just closed.
    mutating func closeItem(_ item: Frame) {
        // Deeper than people write, the columns of all would cost the square of the depth.
        guard item.kind == .item, item.directive != nil || closedItems.count < 50 else { return }
        let mark = source.visualColumn(line: item.line, column: item.column)
        let content = item.content.map { source.visualColumn(line: $0.line, column: $0.column) }
        let hasText = item.manualStep.map { steps[$0].prose.literal?.isEmpty != true } ?? false
        closedItems.append(
            ClosedItem(
                directive: item.directive, mark: mark, content: content ?? mark + 2,
                isReached: item.hasSteps || hasText, isManual: hasText && item.mode == .shown, title: item.title,
                number: item.number, prose: pendingProse.last { $0.container == item.container }?.text,
                leads: item.leads && !item.hasSteps && item.manualStep == nil && item.mode == .normal))
    }

    /// Looks at what follows a closed item: a block may be just outside it.
    mutating func noteOutside(_ event: MarkdownEvent) {
        if closedItems.isEmpty { return }
        switch event.kind {
        case .end: break
        case .code:
            guard let fence = fences.byLine[event.line], fence.role != nil, fence.role != .text else { return }
            leadingItem = closedItems.first { $0.leads && $0.isAdjacent }
            tellClosedItems(before: fence, in: source.visualColumn(line: event.line, column: event.column))
        case .list, .item, .heading: tellClosedItems()
        case .quote, .paragraph, .html, .rule:
            // Those before one that is not adjacent are not, either.
            for index in closedItems.indices.reversed() {
                guard closedItems[index].isAdjacent else { break }
                closedItems[index].isAdjacent = false
            }
        }
    }

    /// Says which of the closed items have a directive and no step.
    ///
    /// - Parameters:
    ///   - fence: The block that follows them.
    ///   - column: The column in which it begins.
    mutating func tellClosedItems(before fence: Fence? = nil, in column: Int = 0) {
        for item in closedItems {
            guard let directive = item.directive else { continue }
            guard let fence, item.claims(column: column) else {
                if !item.isReached { tellUnreached(directive, "add a `run` or `verify` block to the item") }
                continue
            }
            let blanks = item.content - column
            let indent = "by \(blanks) \(blanks == 1 ? "column" : "columns")"
            if item.isReached {
                report(
                    "directive/outside", "this block is outside the item that it follows", at: fence.span,
                    help: "indent it \(indent); if it is a step of its own, "
                        + (column > item.mark ? "start it in column \(item.mark)" : "add a paragraph before it"),
                    related: [
                        Diagnostic.Related(span: directive, message: "this directive does not apply to the block")
                    ])
            } else {
                tellUnreached(
                    directive, "indent the block in line \(fence.span.start.line) \(indent)",
                    related: [Diagnostic.Related(span: fence.span, message: "this block is outside the item")])
            }
        }
        closedItems = []
    }

    /// Says which headings have a directive and no step below them.
    mutating func tellSectionsWithoutSteps() {
        var reached: Set<Int> = []
        for step in steps {
            guard let section = step.section, step.role != .manual || step.prose.literal?.isEmpty != true else {
                continue
            }
            reached.formUnion(sections[section].path)
        }
        for (index, state) in sectionStates.enumerated() where !reached.contains(index) {
            guard let directive = state.directive else { continue }
            tellUnreached(directive, "add a `run` or `verify` block or a task item below the heading")
        }
    }

    /// How far a line of code must be indented to be a block of an item that ended just before it; nil where no item can
    /// be meant.
    ///
    /// That the directive of the item reaches no step is reported with it.
    mutating func indentation(of line: FenceLine, in column: Int) -> String? {
        let near = closedItems.prefix(100)
        guard let index = near.firstIndex(where: { column < $0.content && column > $0.mark }) else { return nil }
        let item = closedItems.remove(at: index)
        let blanks = item.content - column
        let distance = "\(blanks) more \(blanks == 1 ? "column" : "columns")"
        let help = "indent it by \(distance), to the text of the item above it"
        if let directive = item.directive, !item.isReached {
            tellUnreached(
                directive, "indent the block in line \(line.line) by \(distance)",
                related: [Diagnostic.Related(span: line.span, message: "this block is outside the item")])
        }
        return help
    }

    private mutating func tellUnreached(
        _ directive: SourceSpan, _ help: String, related: [Diagnostic.Related] = []
    ) {
        report(
            "directive/no-step", "this directive applies to no step", at: directive,
            help: help + ", or remove the directive", related: related)
    }
}
