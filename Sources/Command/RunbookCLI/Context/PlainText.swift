/// Text for terminals and logs that show nothing but ASCII: our marks and signs in other characters.
enum PlainText {
    private static let replacements: [Unicode.Scalar: String] = [
        "✓": "v", "✗": "x", "☐": "o", "▸": ">", "…": "...", "·": "-", "→": "->", "–": "-", "—": "-", "“": "\"",
        "”": "\"", "‘": "'", "’": "'", "─": "-", "│": "|", "└": "`", "├": "|", "×": "x", "≥": ">=", "≤": "<=",
        "\u{A0}": " ",
    ]

    /// The text with our signs replaced; what others wrote in other scripts stays.
    static func ascii(_ text: String) -> String {
        if text.utf8.allSatisfy({ $0 < 0x80 }) { return text }
        var result = ""
        for scalar in text.unicodeScalars {
            if let replacement = replacements[scalar] {
                result += replacement
            } else {
                result.unicodeScalars.append(scalar)
            }
        }
        return result
    }
}
