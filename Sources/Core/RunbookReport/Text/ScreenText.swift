/// Text laid out for the columns of a terminal: what every command writes there goes through it.
///
/// Lines are broken at blanks only, and continue below their own text. Code in backticks stays together where a line has
/// room for it; a command that has no room can still be pasted. What is not broken is a word that is longer than a line.
package struct ScreenText {
    private let columns: Int

    /// Makes the layout of a terminal.
    ///
    /// - Parameter columns: The columns of a line; less than 40 are taken as 40.
    package init(columns: Int) { self.columns = max(LineLayout.fewest, columns) }

    /// A text of any number of lines, laid out.
    package func laidOut(_ text: String) -> String {
        text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
            line.utf8.count <= columns ? String(line) : laidOut(line: String(line))
        }.joined(separator: "\n")
    }

    private func laidOut(line text: String) -> String {
        let content = text.drop { $0 == " " }
        var line = RunLine(shown: text)
        if content.hasPrefix("runbook ") {
            line = RunLine(text).command
        } else {
            line = line.hanging(by: hanging(of: text))
        }
        let laidOut = line.wrapped(to: columns).map { $0.parts.map(\.text).joined() }.joined(separator: "\n")
        // The cursor of a prompt is behind a blank.
        return text.utf8.last == UInt8(ascii: " ") ? laidOut + " " : laidOut
    }

    /// The column below which a line continues: that of its own text, behind a label or a mark.
    private func hanging(of text: String) -> Int {
        let plain = RunLine.withoutColours(text)
        let margin = plain.prefix { $0 == " " }.count
        let rest = plain.dropFirst(margin)
        if rest.hasPrefix("= help: ") || rest.hasPrefix("= note: ") { return margin + 8 }
        if rest.hasPrefix("- ") || rest.hasPrefix("* ") { return margin + 2 }
        guard let gap = rest.firstRange(of: "  ") else { return margin }
        let label = plain[..<gap.lowerBound]
        let blanks = plain[gap.lowerBound...].prefix { $0 == " " }.count
        let column = ColumnWidth.of(label) + blanks
        return column <= columns * 2 / 5 ? column : margin
    }
}
