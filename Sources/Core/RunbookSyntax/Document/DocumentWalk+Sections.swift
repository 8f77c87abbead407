import RunbookModel

extension DocumentWalk {
    /// Begins the section of a heading.
    mutating func enterSection(level: Int, _ text: MarkdownInlines, _ event: MarkdownEvent) {
        closeManualSections(above: level)
        let name = Title.withoutAttributes(text.plain.trimmed)
        if level == 1, title == nil { title = name }
        let parents = section.map { sections[$0].path.filter { sections[$0].level < level } } ?? []
        sections.append(
            Section(
                title: name, level: level, slug: slugs.slug(of: name), path: parents + [sections.count],
                span: source.spanOfLine(event.line, fromColumn: event.column)))
        let mode = parents.last.map { sectionStates[$0].mode } ?? .normal
        sectionStates.append(SectionState(mode: mode))
        frames[0] = Frame(.body, container: newContainer(), mode: mode, line: event.line, column: event.column)
        pendingProse = []
        isUnderHeading = true
        lastLine = event.lastLine
        for comment in comments(in: text, of: paragraphBlock(event)) {
            misplaced(comment, "a directive belongs below a heading, not in it")
        }
    }

    /// Ends the manual steps that are sections, down to a level.
    mutating func closeManualSections(above level: Int) {
        while let last = manualSections.last, last.level >= level {
            manualSections.removeLast()
            finishManualSection(last.step)
        }
    }

    /// The keys of what is here: its own first, then those of the items and sections around it, the nearest first.
    ///
    /// - Parameter frames: The open containers around it.
    func joined(_ own: StepKeys, in frames: some BidirectionalCollection<Frame>) -> StepKeys {
        var keys = own
        for frame in frames.reversed() where frame.kind == .item { keys.inherit(from: frame.given.step) }
        for index in (section.map { sections[$0].path } ?? []).reversed() {
            keys.inherit(from: sectionStates[index].given.step)
        }
        return keys
    }
}
