import RunbookModel

/// Directives that reach no step: what they say, a condition for instance, would silently not count.
extension DocumentWalk {
    /// Remembers an item with a directive that was just closed.
    mutating func closeItem(_ item: Frame) {
        guard item.kind == .item, let directive = item.directive else { return }
        let mark = source.visualColumn(line: item.line, column: item.column)
        let content = item.content.map { source.visualColumn(line: $0.line, column: $0.column) }
        let hasText = item.manualStep.map { steps[$0].prose.literal?.isEmpty != true } ?? false
        closedItems.append(
            ClosedItem(
                directive: directive, mark: mark, content: content ?? mark + 2, isReached: item.hasSteps || hasText,
                isManual: hasText && item.mode == .shown))
    }

    /// Looks at what follows a closed item: a block may be just outside it.
    mutating func noteOutside(_ event: MarkdownEvent) {
        if closedItems.isEmpty { return }
        switch event.kind {
        case .end: break
        case .code:
            guard let fence = fences.byLine[event.line], fence.role != nil, fence.role != .text else { return }
            tellClosedItems(before: fence, in: source.visualColumn(line: event.line, column: event.column))
        case .list, .item, .heading: tellClosedItems()
        case .quote, .paragraph, .html, .rule:
            for index in closedItems.indices { closedItems[index].isAdjacent = false }
        }
    }

    /// Says which of the closed items have a directive and no step.
    ///
    /// - Parameters:
    ///   - fence: The block that follows them.
    ///   - column: The column in which it begins.
    mutating func tellClosedItems(before fence: Fence? = nil, in column: Int = 0) {
        for item in closedItems {
            guard let fence, item.claims(column: column) else {
                if !item.isReached { tellUnreached(item.directive, "add a `run` or `verify` block to the item") }
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
                        Diagnostic.Related(span: item.directive, message: "this directive does not apply to the block")
                    ])
            } else {
                tellUnreached(
                    item.directive, "indent the block in line \(fence.span.start.line) \(indent)",
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

    private mutating func tellUnreached(
        _ directive: SourceSpan, _ help: String, related: [Diagnostic.Related] = []
    ) {
        report(
            "directive/no-step", "this directive applies to no step", at: directive,
            help: help + ", or remove the directive", related: related)
    }
}
