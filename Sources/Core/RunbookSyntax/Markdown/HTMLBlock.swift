import RunbookModel

/// A block of HTML, of one of the seven kinds of CommonMark (section 4.6), and the comments in it.
struct HTMLBlock {
    /// What it is, as its first characters say.
    enum Kind: Equatable {
        /// `<!-- ... -->`
        case comment
        /// `<pre>`, `<script>`, `<style>` or `<textarea>`, which end with their closing tag.
        case raw(String)
        /// `<? ... ?>`, `<!X ... >` or `<![CDATA[ ... ]]>`, with what ends it.
        case other(String)
        /// Any other tag; a blank line ends the block.
        case tag
    }

    /// What it is.
    let kind: Kind
    /// The lines, from 0, that are in a comment that was certainly meant to hide them.
    ///
    /// A comment in which another one begins, or that ends in the middle of a line, was never closed by its author.
    let commentedOut: Set<Int>
    /// Whether a comment begins that does not end in the block.
    ///
    /// Where the block ends all the same, Markdown continues as if there were none, and a browser hides what follows.
    let leavesCommentOpen: Bool

    /// Looks at the content of a block.
    init(_ literal: String) {
        let bytes = Array(literal.utf8)
        let comments = Directive.comments(in: bytes)
        kind = HTMLBlock.kind(of: bytes)
        commentedOut = HTMLBlock.lines(of: comments.filter { HTMLBlock.isMeant($0, in: bytes) }, in: bytes)
        let rest = bytes[(comments.last?.upperBound ?? 0)...]
        leavesCommentOpen = HTMLBlock.hidesMarkup(kind) ? false : HTMLBlock.opensComment(rest)
    }

    private static func hidesMarkup(_ kind: Kind) -> Bool {
        if case .raw(let name) = kind { name != "pre" } else { false }
    }

    private static func opensComment(_ bytes: ArraySlice<UInt8>) -> Bool {
        let open = Array("<!--".utf8)
        return bytes.indices.contains { bytes[$0] == open[0] && bytes[$0...].starts(with: open) }
    }

    private static func isMeant(_ comment: Range<Int>, in bytes: [UInt8]) -> Bool {
        let next = bytes[comment.upperBound...].first { $0 != 0x20 && $0 != 0x09 && $0 != 0x0D }
        return (next == nil || next == 0x0A) && !opensComment(bytes[comment].dropFirst(4))
    }

    /// The lines that begin in one of some ranges, which are in order.
    private static func lines(of ranges: [Range<Int>], in bytes: [UInt8]) -> Set<Int> {
        var lines: Set<Int> = []
        var rest = ranges[...]
        var line = 0
        for (offset, byte) in bytes.enumerated() where byte == 0x0A {
            line += 1
            while let range = rest.first, range.upperBound <= offset + 1 { rest.removeFirst() }
            if rest.first?.contains(offset + 1) == true { lines.insert(line) }
        }
        return lines
    }

    private static func kind(of bytes: [UInt8]) -> Kind {
        let start = String(decoding: bytes.drop { $0 == 0x20 }.prefix(16), as: UTF8.self).lowercased()
        if start.hasPrefix("<!--") { return .comment }
        if start.hasPrefix("<?") { return .other("?>") }
        if start.hasPrefix("<![cdata[") { return .other("]]>") }
        if start.hasPrefix("<!") { return .other(">") }
        let raw = ["pre", "script", "style", "textarea"].first { name in
            start.hasPrefix("<\(name)") && !(start.dropFirst(name.count + 1).first?.isLetter ?? false)
        }
        return raw.map(Kind.raw) ?? .tag
    }
}
