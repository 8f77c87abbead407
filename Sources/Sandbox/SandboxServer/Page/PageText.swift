/// Text from outside inside the page: it stays text, whatever it holds.
enum PageText {
    /// The longest text that is shown.
    private static let limit = 400

    /// The text of an element or of an attribute in double quotes, on one line.
    static func escaped(_ text: some StringProtocol) -> String {
        var result = ""
        var count = 0
        for scalar in text.unicodeScalars {
            count += 1
            if count > limit { return result + "…" }
            switch scalar {
            case "&": result += "&amp;"
            case "<": result += "&lt;"
            case ">": result += "&gt;"
            case "\"": result += "&quot;"
            case "'": result += "&#39;"
            default:
                // What steers the direction of a text or cannot be seen says nothing here.
                switch scalar.properties.generalCategory {
                case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate, .privateUse, .unassigned:
                    result += " "
                default: result.unicodeScalars.append(scalar)
                }
            }
        }
        return result
    }

    /// A name as code.
    static func code(_ text: some StringProtocol) -> String { "<code>\(escaped(text))</code>" }
}
