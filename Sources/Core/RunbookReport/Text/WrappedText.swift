/// Text broken into lines for a terminal.
enum WrappedText {
    /// Breaks each line of a text at its spaces into lines of at most `width` columns; longer words stay whole.
    static func lines(_ text: String, width: Int) -> [String] {
        text.split(separator: "\n", omittingEmptySubsequences: false).flatMap { wrap($0, width: width) }
    }

    /// Breaks one line, and keeps its indentation on those that follow.
    private static func wrap(_ text: Substring, width: Int) -> [String] {
        let indent = String(text.prefix { $0 == " " })
        var lines: [String] = []
        var line = indent
        var columns = indent.count
        for word in text.split(separator: " ") {
            let wordColumns = ColumnWidth.of(word)
            if columns > indent.count, columns + 1 + wordColumns > width {
                lines.append(line)
                line = indent
                columns = indent.count
            }
            if columns > indent.count {
                line += " "
                columns += 1
            }
            line += word
            columns += wordColumns
        }
        return lines + [line]
    }
}
