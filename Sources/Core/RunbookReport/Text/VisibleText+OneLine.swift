import RunbookModel

extension VisibleText {
    /// The text on one line, line breaks as blanks, made visible and cut with an ellipsis.
    ///
    /// - Parameter limit: The most characters that are kept.
    static func oneLine(_ text: some StringProtocol, limit: Int = 500) -> String {
        let folded = text.split(whereSeparator: \.isNewline).joined(separator: " ")
        return visible(folded.count > limit ? folded.prefix(limit - 1) + "…" : folded[...])
    }
}
