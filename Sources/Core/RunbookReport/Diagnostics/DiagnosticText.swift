package import RunbookModel

/// Writes diagnostics for people, in the manner of rustc.
///
/// ```
/// error[key/unknown]: unknown key `withn`
///   --> a.md:12:23
///    |
/// 12 |    ```console verify withn=60s
///    |                      ^^^^^
///    = help: did you mean `within`?
/// ```
package struct DiagnosticText: Sendable {
    /// The most diagnostics that are shown at once; a file that is not a runbook at all may have thousands.
    private static let limit = 200

    private let sources: [String: SourceText]
    private let style: TerminalStyle
    private let columns: Int?

    /// Makes a writer.
    ///
    /// - Parameters:
    ///   - sources: The texts of the files by the names that spans give; a file that is missing shows no line.
    ///   - style: Whether to colour.
    ///   - columns: The columns of a terminal, which lines of sources are cut to; nil where nothing is cut.
    package init(sources: [String: SourceText], style: TerminalStyle, columns: Int? = nil) {
        self.sources = sources
        self.columns = columns
        self.style = style
    }

    /// The diagnostics in the order of their files and places, an empty line between them.
    package func text(_ diagnostics: [Diagnostic]) -> String {
        let shown = DiagnosticOrder.sorted(diagnostics).prefix(DiagnosticText.limit).map(text).joined(separator: "\n")
        let rest = diagnostics.count - DiagnosticText.limit
        return rest > 0 ? shown + "\nand \(rest) more; to list all, use `--format json`\n" : shown
    }

    /// One diagnostic, which ends in a line break.
    package func text(_ diagnostic: Diagnostic) -> String {
        let role = role(of: diagnostic.severity)
        let places = [diagnostic.span].compactMap { $0 } + diagnostic.related.map(\.span)
        let gutter = places.map { String($0.start.line).count }.max() ?? 1
        var lines = [
            style("\(diagnostic.severity.rawValue)[\(diagnostic.code)]", role)
                + style(": " + VisibleText.visible(diagnostic.message), .strong)
        ]
        if let span = diagnostic.span {
            lines += place("-->", span, gutter)
            lines += excerpt(span, gutter, mark: "^", role: role, note: "")
        }
        for related in diagnostic.related {
            let isNear = related.span.file == diagnostic.span?.file
            if !isNear || sources[related.span.file] == nil { lines += place(":::", related.span, gutter) }
            lines += excerpt(related.span, gutter, mark: "-", role: .frame, note: " " + related.message)
        }
        for help in diagnostic.help {
            lines.append(
                blank(gutter) + style("= ", .frame) + style("help", .strong) + ": " + VisibleText.visible(help))
        }
        return lines.joined(separator: "\n") + "\n"
    }

    /// How many there are of each severity, such as `2 errors, 1 warning`; nil when there is none.
    package static func summary(_ diagnostics: [Diagnostic]) -> String? {
        let counts = [Diagnostic.Severity.error, .warning, .hint].compactMap { severity in
            let count = diagnostics.count { $0.severity == severity }
            return count == 0 ? nil : "\(count) \(severity.rawValue)\(count == 1 ? "" : "s")"
        }
        return counts.isEmpty ? nil : counts.joined(separator: ", ")
    }

    private func role(of severity: Diagnostic.Severity) -> TerminalStyle.Role {
        switch severity {
        case .error: .error
        case .warning: .warning
        case .hint: .hint
        }
    }

    private func blank(_ gutter: Int) -> String { String(repeating: " ", count: gutter + 1) }

    private func place(_ arrow: String, _ span: SourceSpan, _ gutter: Int) -> [String] {
        [String(repeating: " ", count: gutter) + style(arrow, .frame) + " " + VisibleText.visible(span.description)]
    }

    private func excerpt(
        _ span: SourceSpan, _ gutter: Int, mark: Character, role: TerminalStyle.Role, note: String
    ) -> [String] {
        guard let source = sources[span.file] else {
            return note.isEmpty ? [] : [blank(gutter) + style("= ", .frame) + "note:" + VisibleText.visible(note)]
        }
        let excerpt = SourceExcerpt(source, span, room: columns.map { max($0, LineLayout.fewest) - gutter - 3 })
        let number = String(span.start.line)
        let bar = style("|", .frame)
        let marks = String(repeating: mark, count: excerpt.count) + VisibleText.visible(note)
        let padded = String(repeating: " ", count: gutter - number.count) + number
        return [
            blank(gutter) + bar,
            style(padded, .frame) + " " + bar + (excerpt.text.isEmpty ? "" : " " + excerpt.text),
            blank(gutter) + bar + " " + String(repeating: " ", count: excerpt.indent) + style(marks, role),
        ]
    }
}
