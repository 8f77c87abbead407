/// What the text of a paragraph or heading holds.
struct MarkdownInlines: Sendable {
    /// The text without markup, on one line.
    var plain = ""
    /// Where its lines end, as offsets in the text.
    var breaks: [Int] = []
    /// Whether it begins with an element that only site generators know: `<Callout>`, `<Note type="tip">`.
    var isComponent = false
    /// The text up to the first markup.
    var leading = ""
    /// Whether no markup was met yet.
    var isLeading = true
    /// The comments, `<!-- ... -->` as they are written, and the code spans between them, in order.
    var pieces: [Piece] = []
    /// Where the links lead to, in order.
    var links: [String] = []

    /// The box that a task item begins with; nil when there is none.
    var box: Box? {
        guard leading.utf8.first == UInt8(ascii: "[") else { return nil }
        let behind = plain.utf8.dropFirst(3).first
        guard behind == nil || behind == 0x20 || behind == 0x09 else { return nil }
        switch leading.prefix(3) {
        case "[ ]": return .open
        case "[x]", "[X]": return .ticked
        default: return nil
        }
    }

    /// The box of a task item.
    enum Box: Sendable {
        /// `[ ]`
        case open
        /// `[x]`
        case ticked
    }

    /// A part of the text that must be found again in the source.
    enum Piece: Sendable {
        /// A comment.
        case comment(String)
        /// The content of a code span, which may look like a comment.
        case code(String)
    }
}
