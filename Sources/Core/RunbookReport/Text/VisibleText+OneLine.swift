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
}
