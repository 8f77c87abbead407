import RunbookModel

/// Text from anywhere as content and attributes of XML 1.0.
///
/// XML has no way to write most control characters (XML 1.0, production 2, "Char"), not even as a reference: they, and
/// what would reorder a line, are spelled out as `\u{...}`.
enum XMLText {
    /// The text between tags.
    static func content(_ text: String) -> String { escaped(text, isAttribute: false) }

    /// The text of an attribute in double quotes; line feeds and tabs survive its normalization.
    static func attribute(_ text: String) -> String { escaped(text, isAttribute: true) }

    private static func escaped(_ text: String, isAttribute: Bool) -> String {
        var result = ""
        for scalar in VisibleText.lines(text).unicodeScalars {
            switch scalar {
            case "&": result += "&amp;"
            case "<": result += "&lt;"
            case ">": result += "&gt;"
            case "\"" where isAttribute: result += "&quot;"
            case "\n" where isAttribute: result += "&#10;"
            case "\t" where isAttribute: result += "&#9;"
            case "\u{FFFE}", "\u{FFFF}": result += "\\u{\(String(scalar.value, radix: 16))}"
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result
    }
}
