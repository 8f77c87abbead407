package import RunbookModel

/// Text without a grammar of its own: every hole has the same context.
package enum TextBody {
    /// What becomes of `${` with something behind it that is not a reference.
    package enum Malformed: Sendable, Hashable {
        /// An error: in what is executed, it is a slip.
        case refused
        /// Text as any other: prose quotes shells.
        case literal
    }

    /// Reads a text, or a range of it.
    ///
    /// - Parameters:
    ///   - range: The offsets in bytes to read; nil for the whole text.
    ///   - context: How values are written into it.
    ///   - malformed: What becomes of `${` with something that is not a reference.
    package static func parse(
        _ block: BlockText, in range: Range<Int>? = nil, as context: HoleContext = .text,
        malformed: Malformed = .refused
    ) -> ParsedBody {
        let bytes = block.bytes(range)
        let start = range?.lowerBound ?? 0
        var builder = BodyTemplateBuilder()
        var diagnostics: [Diagnostic] = []
        for piece in HolePiece.pieces(of: bytes) {
            let span = block.span(start + piece.range.lowerBound..<start + piece.range.upperBound)
            switch piece {
            case .literal(let range): builder.append(bytes[range])
            case .escape: builder.append("${")
            case .hole(let reference, _): builder.append(Hole(reference: reference, context: context, span: span))
            case .malformed(let range):
                builder.append(bytes[range])
                if malformed == .refused { diagnostics.append(HolePiece.malformed(at: span)) }
            }
        }
        return ParsedBody(template: builder.finish(), diagnostics: diagnostics)
    }
}
