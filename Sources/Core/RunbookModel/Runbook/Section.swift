/// A heading and what is below it.
public struct Section: Sendable, Hashable {
    /// The heading's plain text.
    public let title: String
    /// The heading's level, from 1.
    public let level: Int
    /// The anchor that hosts of Markdown give the heading: lower case, blanks as `-`, punctuation dropped.
    public let slug: String
    /// The indices into `Runbook.sections` of the headings above it, outermost first, itself last.
    public let path: [Int]
    /// Where the heading is.
    public let span: SourceSpan

    /// Makes a section.
    public init(title: String, level: Int, slug: String, path: [Int], span: SourceSpan) {
        self.title = title
        self.level = level
        self.slug = slug
        self.path = path
        self.span = span
    }
}
