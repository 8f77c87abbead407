package import RunbookModel

/// What became of the text of a block: its template, and what is wrong with it.
package struct ParsedBody: Sendable, Hashable {
    /// The text with its holes; best effort when there are errors.
    package let template: Template
    /// What is wrong, in the order of the text.
    package let diagnostics: [Diagnostic]

    /// Makes a parsed body.
    package init(template: Template, diagnostics: [Diagnostic] = []) {
        self.template = template
        self.diagnostics = diagnostics
    }
}
