/// Something met on the way through a Markdown tree, in document order.
struct MarkdownEvent: Sendable {
    /// What was met.
    enum Kind: Sendable {
        /// A list begins; of a numbered one the number of its first item.
        case list(start: Int?)
        /// An item begins.
        case item
        /// A quotation begins.
        case quote
        /// The innermost list, item or quotation ends.
        case end
        /// A heading.
        case heading(level: Int, MarkdownInlines)
        /// A paragraph.
        case paragraph(MarkdownInlines)
        /// A code block, fenced or indented; `info` has lost its escapes.
        case code(info: String, literal: String)
        /// A block of HTML.
        case html(literal: String)
        /// A thematic break.
        case rule
    }

    /// What was met.
    let kind: Kind
    /// The first line, from 1.
    let line: Int
    /// The column of its first character in bytes, from 1.
    let column: Int
    /// The last line; of lists, items and quotations the first one.
    let lastLine: Int
}
