/// Patterns of the wildcard query: `*` for any characters, `?` for one, a backslash before what is meant as it is.
struct WildcardTerm {
    private enum Piece: Hashable {
        case any, one
        case character(Unicode.Scalar)
    }

    private let pieces: [Piece]

    init(_ pattern: String) {
        var pieces: [Piece] = []
        var rest = pattern.unicodeScalars[...]
        while let character = rest.popFirst() {
            switch character {
            case "*": if pieces.last != .any { pieces.append(.any) }
            case "?": pieces.append(.one)
            case "\\": pieces.append(.character(rest.popFirst() ?? "\\"))
            default: pieces.append(.character(character))
            }
        }
        self.pieces = pieces
    }

    func matches(_ text: String) -> Bool {
        let text = Array(text.unicodeScalars)
        var piece = 0
        var position = 0
        // Where to continue when the last `*` has to take one character more.
        var retry: (piece: Int, position: Int)?
        while position < text.count {
            if piece < pieces.count, pieces[piece] == .any {
                piece += 1
                retry = (piece, position)
            } else if piece < pieces.count, pieces[piece] == .one || pieces[piece] == .character(text[position]) {
                piece += 1
                position += 1
            } else if let last = retry {
                retry = (last.piece, last.position + 1)
                (piece, position) = (last.piece, last.position + 1)
            } else {
                return false
            }
        }
        return pieces[piece...].allSatisfy { $0 == .any }
    }
}
