/// Text as troff reads it.
enum Roff {
    /// A paragraph on lines that editors show whole.
    static func paragraph(_ words: String) -> [String] { wrap(words, width: 72).map(text) }

    /// Text on a line of its own: nothing in it is a request or an escape; a dash stays one that can be pasted.
    static func text(_ text: String) -> String {
        let escaped = escaped(text)
        return escaped.hasPrefix(".") || escaped.hasPrefix("'") ? "\\&" + escaped : escaped
    }

    /// Text as one argument of a request.
    static func argument(_ text: String) -> String { "\"" + escaped(text).replacing("\"", with: "\\(dq") + "\"" }

    private static func escaped(_ text: String) -> String {
        var result = ""
        for character in text {
            switch character {
            case "\\": result += "\\e"
            case "-": result += "\\-"
            case "`": result += "\\(ga"
            case "\u{2018}": result += "\\(oq"
            case "^": result += "\\(ha"
            case "~": result += "\\(ti"
            case "'": result += "\\(aq"
            case "\n": result += " "
            default: result.append(character)
            }
        }
        return result
    }
}
