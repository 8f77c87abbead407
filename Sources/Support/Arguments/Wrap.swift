/// Breaks a text at its spaces into lines of at most `width` columns; a longer word gets a line to itself.
///
/// - Parameters:
///   - text: words of one column a character, as declarations have.
///   - width: the columns of a line.
///   - hanging: the columns that every line but the first is indented by.
/// - Returns: the lines; none for a text without a word.
func wrap(_ text: String, width: Int, hanging: Int = 0) -> [String] {
    let indent = String(repeating: " ", count: hanging)
    var lines: [String] = []
    var line = ""
    for word in text.split(separator: " ") {
        if line.isEmpty {
            line = String(word)
        } else if line.count + 1 + word.count <= width {
            line += " " + word
        } else {
            lines.append(line)
            line = indent + word
        }
    }
    return line.isEmpty ? lines : lines + [line]
}
