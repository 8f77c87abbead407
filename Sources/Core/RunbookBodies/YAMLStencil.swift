import RunbookModel

/// YAML whose holes are covered, byte for byte, by characters that mean nothing in it.
///
/// The tree that is read from it has the text's own places, and the characters tell which hole a scalar held.
struct YAMLStencil {
    /// The first of the characters; each is four bytes long in UTF-8, as the shortest hole is (`${x}`).
    private static let first: UInt32 = 0xF0000
    private static let capacity = 0xFFFE
    private static let filler = UInt8(ascii: "_")

    /// The holes, and what should be one, in order.
    let holes: [HolePiece]
    let bytes: [UInt8]

    init(_ source: [UInt8]) {
        holes = Array(HolePiece.pieces(of: source).filter(YAMLStencil.isCovered).prefix(YAMLStencil.capacity))
        var bytes = source
        for (number, hole) in holes.enumerated() {
            guard let scalar = Unicode.Scalar(YAMLStencil.first + UInt32(number)) else { continue }
            let cover = Array(Character(scalar).utf8)
            for (index, offset) in hole.range.enumerated() {
                bytes[offset] = index < cover.count ? cover[index] : YAMLStencil.filler
            }
        }
        self.bytes = bytes
    }

    private static func isCovered(_ piece: HolePiece) -> Bool {
        switch piece {
        case .literal, .escape: false
        case .hole, .malformed: piece.range.count >= 4
        }
    }

    /// A piece of a scalar's text.
    enum Piece {
        case text(String)
        case hole(HolePiece)
    }

    /// The pieces of a scalar's text.
    ///
    /// - Parameter range: Where the scalar was written; other holes are not looked for in it.
    func pieces(of text: String, in range: Range<Int>) -> [Piece] {
        var pieces: [Piece] = []
        var literal = ""
        var rest = text.unicodeScalars[...]
        while let scalar = rest.popFirst() {
            let number = Int(scalar.value) - Int(YAMLStencil.first)
            guard holes.indices.contains(number), range.contains(holes[number].range.lowerBound) else {
                literal.unicodeScalars.append(scalar)
                continue
            }
            rest = rest.dropFirst(holes[number].range.count - 4)
            if !literal.isEmpty { pieces.append(.text(literal)) }
            literal = ""
            pieces.append(.hole(holes[number]))
        }
        if !literal.isEmpty { pieces.append(.text(literal)) }
        return pieces
    }
}
