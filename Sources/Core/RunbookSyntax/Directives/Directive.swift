import RunbookModel

/// `<!-- runbook: ... -->`, split into words.
struct Directive: Sendable {
    /// The whole comment.
    let span: SourceSpan
    /// The verb, when it begins with one.
    let verb: Located<String>?
    /// The keys.
    let words: [KeyWord]
    /// What is wrong with its words.
    let diagnostics: [Diagnostic]

    /// What a directive can begin with instead of a key.
    enum Verb: String, CaseIterable, Sendable {
        /// Everything below is one manual step.
        case manual
        /// A person types a parameter.
        case input
        /// Another runbook is run here.
        case include
        /// A section to find causes with.
        case troubleshoot
        /// A section that takes steps back.
        case undo
    }

    /// Reads a comment; nil when it is an ordinary one.
    ///
    /// - Parameter comment: The comment, `<!--` and `-->` included; its indices are the offsets in the block.
    init?(_ block: BlockText, _ comment: ArraySlice<UInt8>) {
        let content = comment.dropFirst(4).dropLast(3).drop { $0 == 0x20 || $0 == 0x09 || $0 == 0x0A }
        let prefix = Array("runbook:".utf8)
        guard content.starts(with: prefix) else { return nil }
        span = block.span(comment.indices)
        var scanner = KeyScanner(block, content.dropFirst(prefix.count))
        var words = scanner.words()
        if let first = words.first, first.value == nil {
            verb = first.name
            words.removeFirst()
        } else {
            verb = nil
        }
        self.words = words
        diagnostics = scanner.diagnostics
    }

    /// The ranges of the comments in a text, in order.
    static func comments(in text: [UInt8]) -> [Range<Int>] {
        let open = Array("<!--".utf8)
        let close = Array("-->".utf8)
        var ranges: [Range<Int>] = []
        var index = 0
        while index < text.count {
            guard text[index] == open[0], text[index...].starts(with: open) else {
                index += 1
                continue
            }
            var end = index + open.count
            while end < text.count, !(text[end] == close[0] && text[end...].starts(with: close)) { end += 1 }
            guard end < text.count else { return ranges }
            ranges.append(index..<end + close.count)
            index = end + close.count
        }
        return ranges
    }
}
