/// What the text of a paragraph or heading holds.
struct MarkdownInlines: Sendable {
    /// The text without markup, on one line.
    var plain = ""
    /// The text up to the first markup.
    var leading = ""
    /// Whether no markup was met yet.
    var isLeading = true
    /// The comments, `<!-- ... -->` as they are written, and the code spans between them, in order.
    var pieces: [Piece] = []

    /// The box that a task item begins with; nil when there is none.
    var box: Box? {
        let opening = leading.prefix(3)
        guard plain == opening || plain.dropFirst(3).first == " " || plain.dropFirst(3).first == "\t" else {
            return nil
        }
        switch opening {
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
