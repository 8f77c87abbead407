import RunbookModel

/// Text from outside inside an HTML document: it stays text, whatever it holds.
enum HTMLText {
    /// The text of an element or of an attribute in double quotes, on its lines.
    static func escaped(_ text: some StringProtocol) -> String {
        var result = ""
        for scalar in VisibleText.lines(String(text)).unicodeScalars {
            switch scalar {
            case "&": result += "&amp;"
            case "<": result += "&lt;"
            case ">": result += "&gt;"
            case "\"": result += "&quot;"
            case "'": result += "&#39;"
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result
    }

    /// The text on one line.
    static func inline(_ text: some StringProtocol, limit: Int = 500) -> String {
        escaped(VisibleText.oneLine(text, limit: limit))
    }

    /// A message of ours, in which names are in backticks: the names become code.
    static func phrase(_ text: String, limit: Int = 1000) -> String {
        let parts = VisibleText.oneLine(text, limit: limit).split(separator: "`", omittingEmptySubsequences: false)
        guard parts.count % 2 == 1 else { return inline(text, limit: limit) }
        return parts.enumerated().map { $0 % 2 == 1 ? "<code>\(escaped($1))</code>" : escaped($1) }.joined()
    }

    /// A name as code.
    static func code(_ text: some StringProtocol, limit: Int = 500) -> String {
        "<code>\(inline(text, limit: limit))</code>"
    }

    /// A text on its lines, at most so much of it.
    static func block(_ text: String, length: Int? = nil) -> String {
        let bounded = BoundedText(text, length: length, bytes: 65_536, lines: 2000)
        let omission = bounded.omission.map { "<p class=\"faint\">… \(escaped($0))</p>" } ?? ""
        return "<pre>\(escaped(bounded.text))</pre>\(omission)"
    }
}
