import RunbookModel

extension NameCheck {
    /// A document with more unknown names than this has another fault, and each comparison costs as many names as it
    /// has.
    private static let mostSuggestions = 200

    /// Reports a use of a name that nothing has.
    ///
    /// With a part, as in `${parameters.input}`, it is rarely a value: programs of the server use this form, too.
    mutating func reportUnknown(_ use: ValueUse) {
        let (help, isNear) = suggestion(for: use)
        let message = "unknown value `\(use.name)`"
        let diagnostic =
            if use.path.isEmpty || use.purpose == .shown {
                Diagnostic("value/unknown", message, at: use.span, help: help)
            } else if isNear {
                Diagnostic("value/unknown", message, at: use.span, help: help, NameCheck.plainText(use))
            } else {
                Diagnostic("value/unknown", message, at: use.span, help: NameCheck.plainText(use), help)
            }
        diagnostics.append(diagnostic)
    }

    /// What to write where `${` is not meant for this tool.
    static func plainText(_ use: ValueUse) -> String {
        let name = VisibleText.visible(use.name)
        // An example of a response has no such key.
        if use.purpose == .after { return "if `${\(name)...}` is text of the response, write `$${` instead of `${`" }
        return "if `${\(name)...}` is text for the server, add `verbatim=yes` after the role of the block, or write "
            + "`$${` instead of `${`"
    }

    /// What to do about a name that nothing has, and whether it looks like another one.
    mutating func suggestion(for use: ValueUse) -> (help: String, isNear: Bool) {
        suggestions += 1
        if suggestions > NameCheck.mostSuggestions { return ("declare it, or correct its name", false) }
        let isNear = Suggestion.nearest(to: use.name, among: sortedNames) != nil
        let help = Suggestion.help(for: use.name, among: sortedNames, noun: "value")
        if isNear { return (help, true) }
        let type =
            switch use.path.first {
            case nil: "string"
            case .member: "object"
            case .index: "array"
            }
        return ("declare `parameters: { \(VisibleText.visible(use.name)): { type: \(type) } }`; " + help, false)
    }
}
