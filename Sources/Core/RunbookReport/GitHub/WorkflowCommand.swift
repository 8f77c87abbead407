import RunbookModel

/// The escapes of the workflow commands of GitHub Actions, as its toolkit writes and its runner reads them.
///
/// Control characters that have no escape there are spelled out, because people read these lines in a terminal, too.
enum WorkflowCommand {
    /// The text behind the second `::`.
    static func data(_ text: String) -> String { escaped(text, isData: true) }

    /// The value of a property.
    static func property(_ text: String) -> String { escaped(text, isData: false) }

    private static func escaped(_ text: String, isData: Bool) -> String {
        var result = ""
        // By scalars: CR LF is one character.
        for scalar in text.unicodeScalars {
            switch scalar {
            case "%": result += "%25"
            case "\r": result += "%0D"
            case "\n": result += "%0A"
            case ":" where !isData: result += "%3A"
            case "," where !isData: result += "%2C"
            default: result.unicodeScalars.append(scalar)
            }
        }
        return VisibleText.visible(result)
    }
}
