/// Text made to fit columns of a terminal.
enum FittedText {
    /// The text, its end cut off with an ellipsis when it takes more than so many columns; between two words where that
    /// leaves most of it.
    static func cut(_ text: String, to columns: Int) -> String {
        if text.utf8.count <= columns || ColumnWidth.of(text) <= columns { return text }
        var result = ""
        var taken = 0
        var next: Character?
        for character in text {
            taken += ColumnWidth.of(character)
            next = character
            if taken > columns - 1 { break }
            result.append(character)
        }
        if next != " ", let blank = result.lastIndex(of: " "), result[blank...].utf8.count * 2 < result.utf8.count {
            result = String(result[..<blank])
        }
        while result.last == " " { result.removeLast() }
        return columns > 0 ? result + "…" : ""
    }

    /// The text in at least so many columns, blanks behind it.
    static func grown(_ text: String, to columns: Int) -> String {
        text + String(repeating: " ", count: max(0, columns - ColumnWidth.of(text)))
    }

    /// The text in exactly so many columns, blanks behind it.
    static func padded(_ text: String, to columns: Int) -> String {
        grown(cut(text, to: columns), to: columns)
    }
}
