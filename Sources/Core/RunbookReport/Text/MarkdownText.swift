import RunbookModel

/// Text from outside inside a Markdown document: it stays text, whatever it holds.
///
/// It can open no markup, no HTML, no comment that could be taken for a directive and no fence, mentions nobody and
/// refers to no issue on hosts that look for such words, and steers no terminal when somebody prints the file.
enum MarkdownText {
    /// The text for a line of prose, a heading or a cell of a table; line breaks become blanks.
    ///
    /// - Parameter limit: The most characters that are kept.
    static func inline(_ text: some StringProtocol, limit: Int = 500) -> String {
        var result = ""
        let characters = Array(VisibleText.oneLine(text, limit: limit))
        var hexadecimal = 0
        for (index, character) in characters.enumerated() {
            let next = index + 1 < characters.count ? characters[index + 1] : " "
            switch character {
            case "<": result += "&lt;"
            case ">": result += "&gt;"
            case "&": result += "&amp;"
            case "|": result += "&#124;"
            case "\\", "`", "*", "_", "[", "]", "~", "$", "#": result += "\\\(character)"
            default: result.append(character)
            }
            hexadecimal = character.isASCII && character.isHexDigit ? hexadecimal + 1 : 0
            let isCommit = hexadecimal == 6 && next.isASCII && next.isHexDigit
            if isCommit || isReference(character, before: next) || isAddress(characters, at: index) {
                result += "&#8203;"
                hexadecimal = 0
            }
        }
        return result
    }

    /// Whether a host takes the character for the begin of a mention or reference.
    ///
    /// It looks for them in the rendered text, where an escape is gone already: GitHub for `@name`, `#1`, `GH-1`,
    /// commits and addresses, GitLab also for `!1`, `$1`, `%1`, `~1`, `&1`, `^1` and `[issue:1]`.
    private static func isReference(_ character: Character, before next: Character) -> Bool {
        switch character {
        case "@": next.isLetter || next.isNumber || next == "_"
        case "#", "!", "$", "%", "~", "&", "^": next.isNumber || next == "\""
        case "[": next.isLetter
        default: false
        }
    }

    /// Whether a `www`, the colon of a `://` or the `-` of a `GH-1` is there.
    private static func isAddress(_ characters: [Character], at index: Int) -> Bool {
        func around(_ before: Int, _ after: Int) -> String {
            let range = max(0, index - before)...min(characters.count - 1, index + after)
            return String(characters[range]).lowercased()
        }
        switch characters[index] {
        case ":": return around(0, 2) == "://"
        case "w", "W": return around(2, 1) == "www."
        case "-": return around(2, 1).hasPrefix("gh-") && around(0, 1).last?.isNumber == true
        default: return false
        }
    }

    /// A message of ours, in which names are in backticks, for a line of prose: the names become code spans.
    static func phrase(_ text: String, limit: Int = 500) -> String {
        let parts = VisibleText.oneLine(text, limit: limit).split(separator: "`", omittingEmptySubsequences: false)
        // Backticks that do not pair, or stand side by side, are not ours.
        guard parts.count % 2 == 1, !parts.enumerated().contains(where: { $0 % 2 == 1 && $1.isEmpty }) else {
            return inline(text, limit: limit)
        }
        return parts.enumerated().map { $0 % 2 == 1 ? code($1) : inline($1) }.joined()
    }

    /// The text as a code span, for prose and cells of tables.
    ///
    /// - Parameter limit: The most characters that are kept.
    static func code(_ text: some StringProtocol, limit: Int = 200) -> String {
        let line = VisibleText.oneLine(text, limit: limit)
        if line.allSatisfy({ $0 == " " }) { return "*empty*" }
        // In a cell no escape of a bar inside a code span survives every parser.
        if line.contains("|") { return "<code>\(inline(line, limit: limit))</code>" }
        let marks = String(repeating: "`", count: longestRun(of: UInt8(ascii: "`"), in: line.utf8) + 1)
        let needsPadding = line.hasPrefix("`") || line.hasSuffix("`") || line.hasPrefix(" ") && line.hasSuffix(" ")
        let padding = needsPadding ? " " : ""
        return marks + padding + line + padding + marks
    }

    /// The text as a fenced block whose fence is longer than any in it.
    ///
    /// - Parameters:
    ///   - language: The info string; a word of ours, never text from outside.
    ///   - indent: The columns of the list item that holds the block.
    static func fence(_ text: some StringProtocol, language: String = "", indent: Int = 0) -> String {
        let text = String(text)
        let content = VisibleText.lines(
            text.utf8.contains(UInt8(ascii: "\r")) ? text.replacing("\r\n", with: "\n") : text)
        let marks = String(repeating: "`", count: max(3, longestRun(of: UInt8(ascii: "`"), in: content.utf8) + 1))
        let margin = String(repeating: " ", count: indent)
        var fence = margin + marks + language + "\n"
        var lines = content.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        if lines.last?.isEmpty == true { lines.removeLast() }
        for line in lines {
            if !line.isEmpty { fence += margin + Substring(line) }
            fence += "\n"
        }
        return fence + margin + marks + "\n"
    }

    private static func longestRun(of mark: UInt8, in text: String.UTF8View) -> Int {
        var longest = 0
        var run = 0
        for byte in text {
            run = byte == mark ? run + 1 : 0
            longest = max(longest, run)
        }
        return longest
    }
}
