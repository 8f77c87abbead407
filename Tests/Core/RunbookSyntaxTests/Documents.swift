import RunbookModel
import Testing

@testable import RunbookSyntax

/// The shortest declaration.
let declaration = "```yaml runbook\nversion: 1\n```\n"

/// The result for a text behind the shortest declaration.
func parse(_ text: String) -> ParseResult {
    RunbookParser.parse(SourceText(file: "book.md", text: declaration + "\n" + text))
}

/// The runbook of a text behind the shortest declaration, which must be without errors and warnings.
func runbook(_ text: String, sourceLocation: SourceLocation = #_sourceLocation) throws -> Runbook {
    let result = parse(text)
    #expect(result.diagnostics.filter { $0.severity != .hint } == [], sourceLocation: sourceLocation)
    return try #require(result.runbook, sourceLocation: sourceLocation)
}

/// Expects one diagnostic with this code between the marks 1 and 2, behind the shortest declaration.
func expectOnly(_ code: String, _ marked: String, sourceLocation: SourceLocation = #_sourceLocation) {
    let text = MarkedText(declaration + "\n" + marked)
    let diagnostics = RunbookParser.parse(text.source).diagnostics
    #expect(diagnostics.map(\.code) == [code], sourceLocation: sourceLocation)
    #expect(diagnostics.first?.span == text.span("1️⃣", "2️⃣"), sourceLocation: sourceLocation)
}

extension Step {
    /// The names of its targets.
    var on: [String] { keys.targets.map(\.value) }
}
