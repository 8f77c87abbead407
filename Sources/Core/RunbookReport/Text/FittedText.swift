/// Text made to fit columns of a terminal.
enum FittedText {
    /// The text, its end cut off with an ellipsis when it takes more than so many columns.
    static func cut(_ text: String, to columns: Int) -> String {
        if text.utf8.count <= columns || ColumnWidth.of(text) <= columns { return text }
        var result = ""
        var taken = 0
        for character in text {
            taken += ColumnWidth.of(character)
            if taken > columns - 1 { break }
            result.append(character)
        }
        while result.last == " " { result.removeLast() }
        return columns > 0 ? result + "…" : ""
    }

    /// The text in exactly so many columns, blanks behind it.
    static func padded(_ text: String, to columns: Int) -> String {
        let text = cut(text, to: columns)
        return text + String(repeating: " ", count: max(0, columns - ColumnWidth.of(text)))
    }
}
