import RunbookModel

/// Goes through a document's events in order and makes sections and steps of them.
///
/// It keeps a stack of open containers instead of calling itself, so that depth costs no stack.
struct DocumentWalk {
    let source: SourceText
    let fences: DocumentFences
    /// The text of the first level-1 heading.
    var title: String?
    var sections: [Section] = []
    var steps: [Step] = []
    var undos: [Step] = []
    var troubleshooting: [Troubleshooting] = []
    var diagnostics: [Diagnostic] = []

    /// The open containers, the innermost last; the first is the body of the current section.
    var frames: [Frame]
    /// What is known of each section beside what its reader sees.
    var sectionStates: [SectionState] = []
    /// The sections whose directive made a manual step of them, the innermost last.
    var manualSections: [(level: Int, step: Int)] = []
    /// The paragraphs since the last step, each in a container that is still open.
    var pendingProse: [(container: Int, text: Template)] = []
    /// What the text of a manual step does not show.
    var hidden = HiddenText()
    var slugs = SlugMaker()
    /// The numbered item of each step.
    var numberedItems: [Int?] = []
    /// Whether nothing was met since the last heading.
    var isUnderHeading = false
    /// The last line of what was met last.
    var lastLine = 0
    /// The items that were closed since the last block, the innermost first.
    var closedItems: [ClosedItem] = []
    /// The item whose text leads to the block that is visited, although Markdown takes the block out of it.
    var leadingItem: ClosedItem?
    /// How many blocks have a role and a title, by the section that gives it.
    var usedTitles: [String: Int] = [:]
    /// The lines that look like blocks and are not, as far as they were not reached.
    var swallowed: ArraySlice<FenceLine>
    /// A comment that a block of HTML leaves open, and the line on which a browser sees its end.
    var openComment: (span: SourceSpan, end: Int)?
    /// The lines in which no directive is looked for: code, front matter, and what is only shown.
    var unread: Set<Int> = []
    /// Where the directives begin that were met, as offsets.
    var directives: Set<Int> = []
    private var containerCount = 0

    /// What is known of a section beside what its reader sees.
    struct SectionState {
        var given = GivenKeys()
        var mode = Frame.Mode.normal
        /// The first directive that gives it keys or makes a manual step of it.
        var directive: SourceSpan?
    }

    init(source: SourceText, fences: DocumentFences) {
        self.source = source
        self.fences = fences
        swallowed = fences.swallowed[...]
        frames = [Frame(.body, container: 0, mode: .normal, line: 1, column: 1)]
    }

    /// The innermost open container.
    var frame: Frame {
        get { frames[frames.count - 1] }
        // In place: a copy of its arrays at every change would cost more than the walk.
        _modify { yield &frames[frames.count - 1] }
    }

    /// The index of the current section.
    var section: Int? { sections.indices.last }

    mutating func walk(_ events: [MarkdownEvent]) {
        for event in events { visit(event) }
        tellClosedItems()
        closeManualSections(above: 0)
        tellSectionsWithoutSteps()
        tellNearDirectives()
        NumberLetters.add(to: &steps, items: numberedItems)
    }

    private mutating func visit(_ event: MarkdownEvent) {
        if case .end = event.kind {
        } else if frame.content == nil {
            frame.content = source.position(line: event.line, column: event.column)
        }
        noteOutside(event)
        skipLines(event)
        switch event.kind {
        case .list(let start): open(.list(next: start), event)
        case .item: openItem(event)
        case .quote: open(.quote, event)
        case .end: close()
        case .heading(let level, let text):
            if frames.count == 1 { enterSection(level: level, text, event) } else { meet(event) }
            tellSwallowed(event)
        case .paragraph(let text):
            visitParagraph(text, event)
            meet(event)
            tellSwallowed(event)
        case .code:
            visitCode(event)
            tellSwallowed(event)
        case .html(let literal):
            visitHTML(literal, event)
            lastLine = event.lastLine
            tellSwallowed(event)
        case .rule: meet(event)
        }
    }

    /// Notes that something other than a comment was met.
    mutating func meet(_ event: MarkdownEvent) {
        isUnderHeading = false
        frame.isAtStart = false
        lastLine = max(lastLine, event.lastLine)
    }

    mutating func newContainer() -> Int {
        containerCount += 1
        return containerCount
    }

    private mutating func open(_ kind: Frame.Kind, _ event: MarkdownEvent) {
        meet(event)
        let mode = kind == .quote && frame.mode != .shown ? .excluded : frame.mode
        var inner = Frame(kind, container: newContainer(), mode: mode, line: event.line, column: event.column)
        inner.number = frame.number
        inner.numberedItem = frame.numberedItem
        frames.append(inner)
    }

    private mutating func openItem(_ event: MarkdownEvent) {
        let list = frames.count - 1
        let outer = frame.number
        open(.item, event)
        guard case .list(let next?) = frames[list].kind else { return }
        frames[list].kind = .list(next: next + 1)
        // Deeper than people write, the whole way would cost the square of the depth.
        frame.number = outer.map { $0.utf8.count < 40 ? "\($0).\(next)" : "\(next)" } ?? "\(next)"
        frame.numberedItem = frame.container
    }

    private mutating func close() {
        guard frames.count > 1, let closed = frames.popLast() else { return }
        if let step = closed.manualStep { finishManualItem(step, closed) }
        if case .undoItem(let index) = closed.mode, closed.isUndoItem { finishUndoItem(index, closed) }
        if case .troubleshooting(let index) = closed.mode { closeQuestion(closed, of: index) }
        closeItem(closed)
        if let prose = closed.outerProse { pendingProse = prose }
        while pendingProse.last?.container == closed.container { pendingProse.removeLast() }
        if closed.hasSteps || closed.manualStep != nil || closed.isUndoItem { frame.hasSteps = true }
    }

    mutating func report(
        _ code: String, _ message: String, at span: SourceSpan, severity: Diagnostic.Severity = .error, help: String,
        related: [Diagnostic.Related] = []
    ) {
        diagnostics.append(Diagnostic(code, severity, message, at: span, help: help, related: related))
    }
}
