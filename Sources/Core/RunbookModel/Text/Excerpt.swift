/// The beginning of a text from outside, which says that it is one.
public enum Excerpt {
    /// The text, or its beginning and an ellipsis.
    ///
    /// The ellipsis is for the ``Masker`` as well: a handler cuts before it masks, and what is left of a secret before an
    /// ellipsis is masked.
    ///
    /// - Parameter limit: The most bytes that are kept, but for the ellipsis.
    public static func text(_ text: some StringProtocol, atMost limit: Int) -> String {
        guard text.utf8.count > limit else { return String(text) }
        let scalars = text.unicodeScalars
        var end = scalars.startIndex
        var count = 0
        while end < scalars.endIndex {
            count += String(scalars[end]).utf8.count
            if count > limit { break }
            end = scalars.index(after: end)
        }
        return String(text[..<end]) + "…"
    }
}
