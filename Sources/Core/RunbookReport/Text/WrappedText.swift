/// Text broken into lines for a terminal.
enum WrappedText {
    /// Breaks each line of a text at its spaces into lines of at most `width` columns; longer words stay whole.
    static func lines(_ text: String, width: Int) -> [String] {
        text.split(separator: "\n", omittingEmptySubsequences: false).flatMap { wrap($0, width: width) }
    }

    /// Joins the lines of each paragraph of a Markdown text, so that they can be broken at another width; list items,
    /// quotes, tables, fences and indented lines stay as they are.
    static func reflowed(_ markdown: String) -> String {
        var lines: [String] = []
        var isFenced = false
        for line in markdown.split(separator: "\n", omittingEmptySubsequences: false) {
            if line.hasPrefix("```") || line.hasPrefix("~~~") { isFenced.toggle() }
            if !isFenced, let last = lines.last, !last.isEmpty, !isStructure(last[...]), !line.isEmpty,
                !isStructure(line)
            {
                lines[lines.count - 1] += " " + line
            } else {
                lines.append(String(line))
            }
        }
        return lines.joined(separator: "\n")
    }

    private static func isStructure(_ line: Substring) -> Bool {
        if ["|", ">", "```", "~~~", "#", " "].contains(where: line.hasPrefix) { return true }
        let marker = line.prefix { $0 != " " }
        return ["-", "*", "+"].contains(marker) || marker.dropLast().allSatisfy(\.isNumber) && marker.hasSuffix(".")
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
