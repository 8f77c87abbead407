/// A stretch of a text that may hold `${reference}`, as offsets in UTF-8 bytes.
public enum HolePiece: Sendable, Hashable {
    /// Text that stays as it is.
    case literal(Range<Int>)
    /// `$${`, which stands for the text `${`.
    case escape(Range<Int>)
    /// `${reference}`.
    case hole(ValueReference, Range<Int>)
    /// `${` without a reference and `}` behind it; reaches to the `}`, or to the end of the line or what else cannot
    /// be in a reference and may matter to the text around it: a quote, `$`, `{`.
    case malformed(Range<Int>)

    /// Where it is.
    public var range: Range<Int> {
        switch self {
        case .literal(let range), .escape(let range), .hole(_, let range), .malformed(let range): range
        }
    }

    /// The pieces of a text in order; together they cover it.
    public static func pieces(of bytes: some RandomAccessCollection<UInt8>) -> [HolePiece] {
        let bytes = Array(bytes)
        var pieces: [HolePiece] = []
        var start = 0
        var index = 0
        func isOpener(_ at: Int) -> Bool {
            at + 1 < bytes.count && bytes[at] == UInt8(ascii: "$") && bytes[at + 1] == UInt8(ascii: "{")
        }
        while index < bytes.count {
            let isEscape = bytes[index] == UInt8(ascii: "$") && isOpener(index + 1)
            guard isEscape || isOpener(index) else {
                index += 1
                continue
            }
            if start < index { pieces.append(.literal(start..<index)) }
            let piece = isEscape ? HolePiece.escape(index..<index + 3) : hole(in: bytes, at: index)
            pieces.append(piece)
            index = piece.range.upperBound
            start = index
        }
        if start < bytes.count { pieces.append(.literal(start..<bytes.count)) }
        return pieces
    }

    private static func hole(in bytes: [UInt8], at start: Int) -> HolePiece {
        var end = start + 2
        while end < bytes.count, !isStop(bytes[end]) { end += 1 }
        guard end < bytes.count, bytes[end] == UInt8(ascii: "}") else { return .malformed(start..<end) }
        let text = String(decoding: bytes[start + 2..<end], as: UTF8.self)
        guard let reference = ValueReference(parsing: text) else { return .malformed(start..<end + 1) }
        return .hole(reference, start..<end + 1)
    }

    private static func isStop(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "}"), UInt8(ascii: "{"), UInt8(ascii: "$"), UInt8(ascii: "\""), UInt8(ascii: "'"), 0x0A, 0x0D:
            true
        default: false
        }
    }

    /// The diagnostic for a malformed piece.
    public static func malformed(at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            "value/malformed", "`${` is not followed by a valid name", at: span,
            help: "write `${name}`, `${name.member}` or `${name[0]}`",
            "for the text `${` write `$${`, or write `verbatim=yes` after the role if the block has no values")
    }
}
