import RunbookModel

/// What must be known of a document before it is walked: its fences, and whether it declares a runbook.
struct DocumentFences {
    /// The fences by the line they begin on.
    private(set) var byLine: [Int: Fence] = [:]
    /// The declarations outside quotations.
    private(set) var declarations: [Fence] = []
    /// The number of fences without a role, outside quotations, that look like something to execute.
    private(set) var executableFences = 0
    /// Whether there is a block that is executed, outside quotations.
    private(set) var hasSteps = false
    /// The lines that look like blocks with a role, and on which Markdown begins none.
    private(set) var swallowed: [FenceLine] = []
    /// What an author should know whose document is not a runbook, but looks as if it was meant to be one.
    private(set) var hints: [Diagnostic] = []

    init(_ events: [MarkdownEvent], of source: SourceText) {
        var lines: Set<Int> = []
        for event in events {
            if case .code = event.kind { lines.insert(event.line) }
        }
        var open: [Bool] = []
        var quotes = 0
        for event in events {
            switch event.kind {
            case .list, .item: open.append(false)
            case .quote:
                open.append(true)
                quotes += 1
            case .end: if open.popLast() == true { quotes -= 1 }
            case .code:
                guard let fence = Fence(event, of: source, beginsBlock: lines.contains) else { continue }
                byLine[event.line] = fence
                if quotes == 0 { add(fence) }
            default: break
            }
        }
        for line in 1...max(1, source.lineCount) where byLine[line] == nil {
            if let found = FenceLine(source, line: line) { swallowed.append(found) }
        }
    }

    private mutating func add(_ fence: Fence) {
        if fence.role == .run || fence.role == .verify { hasSteps = true }
        if fence.isDeclaration {
            declarations.append(fence)
        } else if fence.role == nil {
            if fence.looksExecutable { executableFences += 1 }
            if let miss = fence.info.nearMiss, miss.role == "runbook" {
                hint(
                    "declaration/misspelled", .warning,
                    "`\(VisibleText.visible(miss.text.value))` does not declare a runbook", miss.text.span,
                    help: miss.help)
            }
        } else if let word = fence.word, fence.role != .text {
            hint(
                "declaration/missing", .hint, "this file is not a runbook, so nothing is executed", word.span,
                help: "to make it a runbook, add a fence that starts with ```yaml runbook")
        }
    }

    private mutating func hint(
        _ code: String, _ severity: Diagnostic.Severity, _ message: String, _ span: SourceSpan, help: String
    ) {
        if hints.contains(where: { $0.code == code }) { return }
        hints.append(Diagnostic(code, severity, message, at: span, help: help))
    }
}
