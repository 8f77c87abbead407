package import RunbookModel

/// Writes diagnostics as workflow commands of GitHub Actions, which shows them beside the lines of a pull request.
///
/// ```
/// ::error file=a.md,line=12,col=23,endLine=12,title=key/unknown::unknown key `withn`%0Ahelp: did you mean `within`?
/// ```
///
/// One line each and nothing else: a line of output that begins with `::` is obeyed, so that no text from outside may
/// begin one.
package enum GitHubAnnotations {
    /// The diagnostics in the order of their files and places, a line each; empty when there is none.
    package static func text(_ diagnostics: [Diagnostic]) -> String {
        DiagnosticOrder.sorted(diagnostics).map { line($0) + "\n" }.joined()
    }

    private static func line(_ diagnostic: Diagnostic) -> String {
        var properties = diagnostic.span.map(place) ?? []
        properties.append(("title", WorkflowCommand.property(diagnostic.code)))
        let texts = [diagnostic.message] + diagnostic.help.map { "help: " + $0 } + diagnostic.related.map(related)
        let message = WorkflowCommand.data(texts.map { VisibleText.visible($0) }.joined(separator: "\n"))
        let words = properties.map { "\($0.name)=\($0.text)" }.joined(separator: ",")
        return "::\(command(diagnostic.severity)) \(words)::\(message)"
    }

    private static func command(_ severity: Diagnostic.Severity) -> String {
        switch severity {
        case .error: "error"
        case .warning: "warning"
        case .hint: "notice"
        }
    }

    /// The place; a column counts only within one line there.
    private static func place(_ span: SourceSpan) -> [(name: String, text: String)] {
        var properties = [("file", WorkflowCommand.property(span.file)), ("line", String(span.start.line))]
        if span.end.line == span.start.line { properties.append(("col", String(span.start.column))) }
        return properties + [("endLine", String(span.end.line))]
    }

    private static func related(_ related: Diagnostic.Related) -> String {
        "\(related.span.file):\(related.span.start.line): \(related.message)"
    }
}
