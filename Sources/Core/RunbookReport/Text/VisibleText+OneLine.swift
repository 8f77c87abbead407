import RunbookModel

extension VisibleText {
    /// The text on one line, line breaks as blanks, made visible and cut with an ellipsis.
    ///
    /// - Parameter limit: The most characters that are kept; of one that is a letter with marks piled upon it, not all.
    static func oneLine(_ text: some StringProtocol, limit: Int = 500) -> String {
        // A character can be as long as its author likes, and a text as well: no more is looked at than can be kept.
        let scalars = text.unicodeScalars
        let end =
            scalars.index(scalars.startIndex, offsetBy: limit * 4, limitedBy: scalars.endIndex) ?? scalars.endIndex
        let folded = text[..<end].split(whereSeparator: \.isNewline).joined(separator: " ")
        let isCut = folded.count > limit || end < scalars.endIndex
        return visible(isCut ? folded.prefix(limit - 1) + "…" : folded[...])
    }

    /// The text on its lines, made visible.
    ///
    /// A build server obeys lines of a log that begin with `::`, behind blanks, too (the runner of GitHub Actions,
    /// `ActionCommand.TryParseV2`): the first colon of such a line is spelled out.
    static func lines(_ text: String) -> String {
        let visible = visible(text, keepsLines: true)
        guard visible.utf8.holds("::".utf8) else { return visible }
        return visible.split(separator: "\n", omittingEmptySubsequences: false).map { line in
            let content = line.drop { $0.isWhitespace }
            return content.hasPrefix("::")
                ? line.prefix(line.count - content.count) + "\\u{3a}" + content.dropFirst() : line
        }.joined(separator: "\n")
    }
}
