import RunbookModel

/// Markdown prose as a terminal shows it: text without markup, code in backticks, addresses behind their links.
///
/// It knows what authors of procedures write in a paragraph; what it does not know stays as it is written.
enum PlainProse {
    /// The most that is shown of a text; what a person must read is never so long.
    private static let limit = (bytes: 16_384, lines: 400)

    /// The lines of a text, at most `width` columns each; lines of code are not broken.
    static func lines(_ markdown: String, width: Int) -> [String] {
        let bounded = BoundedText(markdown, bytes: limit.bytes, lines: limit.lines)
        let text = VisibleText.visible(
            bounded.text.replacing("\r\n", with: "\n").replacing("\t", with: "    "), keepsLines: true)
        var lines: [String] = []
        var fence: Substring?
        for line in WrappedText.reflowed(text).split(separator: "\n", omittingEmptySubsequences: false) {
            let content = line.drop { $0 == " " }
            let marks = content.prefix { $0 == "`" || $0 == "~" }
            if let open = fence {
                if marks.count >= open.count, marks.first == open.first, marks.count == content.count {
                    fence = nil
                } else {
                    lines.append("    " + line)
                }
            } else if marks.count >= 3 {
                fence = marks
            } else {
                // A command that is broken at a blank is two; a no-break space stands for its blanks meanwhile.
                lines += WrappedText.lines(plain(String(line)), width: width).map {
                    $0.replacing("\u{A0}", with: " ")
                }
            }
        }
        while lines.last?.allSatisfy({ $0 == " " }) == true { lines.removeLast() }
        return lines.map(VisibleText.lines) + (bounded.omission.map { ["… " + $0] } ?? [])
    }

    /// A line without markup: boxes as `☐`, headings without their marks.
    private static func plain(_ line: String) -> String {
        let indent = line.prefix { $0 == " " }
        var rest = line.dropFirst(indent.count)
        var start = ""
        for box in ["- [ ] ", "* [ ] ", "+ [ ] ", "- [x] ", "- [X] "] where rest.hasPrefix(box) {
            rest = rest.dropFirst(box.count)
            start = "☐ "
        }
        let hashes = rest.prefix { $0 == "#" }
        if (1...6).contains(hashes.count), rest.dropFirst(hashes.count).first == " " {
            rest = rest.dropFirst(hashes.count + 1)
        }
        var inlines = PlainInlines(rest)
        return indent + start + inlines.text()
    }
}
