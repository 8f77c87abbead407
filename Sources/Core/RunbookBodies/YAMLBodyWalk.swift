import OrderedJSON
import RunbookModel
import YAML

/// Walks through the tree of a YAML text and rewrites the scalars that have holes.
struct YAMLBodyWalk {
    private let block: BlockText
    private let bytes: [UInt8]
    private let start: Int
    private let stencil: YAMLStencil
    private var builder = BodyTemplateBuilder()
    private var diagnostics: [Diagnostic] = []
    /// What of the text is in the template already.
    private var written = 0

    init(block: BlockText, bytes: [UInt8], start: Int, stencil: YAMLStencil) {
        self.block = block
        self.bytes = bytes
        self.start = start
        self.stencil = stencil
    }

    /// Visits a node and all below it; the reader bounds the depth.
    mutating func visit(_ node: YAMLNode, inBrackets: Bool = false) {
        let isBracket = [UInt8(ascii: "["), UInt8(ascii: "{")].contains(stencil.bytes[safe: node.start.offset])
        switch node.content {
        case .scalar(let scalar): rewrite(scalar, of: node, isKey: false, inBrackets: inBrackets)
        case .sequence(let nodes):
            for node in nodes { visit(node, inBrackets: inBrackets || isBracket) }
        case .mapping(let entries):
            for entry in entries {
                if let scalar = entry.key.scalar {
                    rewrite(scalar, of: entry.key, isKey: true, inBrackets: inBrackets || isBracket)
                }
                visit(entry.value, inBrackets: inBrackets || isBracket)
            }
        }
    }

    mutating func finish() -> ParsedBody {
        builder.append(bytes[written...])
        return ParsedBody(template: builder.finish(), diagnostics: diagnostics)
    }

    private mutating func rewrite(_ scalar: YAMLScalar, of node: YAMLNode, isKey: Bool, inBrackets: Bool) {
        let range = node.range.clamped(to: 0..<bytes.count)
        let pieces = stencil.pieces(of: scalar.text, in: range)
        let holds = pieces.contains { if case .hole = $0 { true } else { false } }
        guard holds || scalar.text.contains("$${") else { return }
        builder.append(bytes[written..<range.lowerBound])
        written = range.upperBound
        if pieces.count == 1, !isKey, case .hole(.hole(let reference, let place)) = pieces[0] {
            builder.append(hole(reference, .yamlValue, place))
        } else {
            builder.append(UInt8(ascii: "\""))
            for piece in pieces { write(piece) }
            builder.append(UInt8(ascii: "\""))
        }
        // A block scalar's range holds its last line's end.
        if bytes[range].last == 0x0A { builder.append(UInt8(0x0A)) }
        if inBrackets, scalar.style == .plain { refuseUnquoted(range) }
    }

    private mutating func write(_ piece: YAMLStencil.Piece) {
        switch piece {
        case .text(let text): builder.append(JSON.escaped(text.replacing("$${", with: "${")))
        case .hole(.hole(let reference, let range)): builder.append(hole(reference, .yamlText, range))
        case .hole(let piece):
            builder.append(JSON.escaped(String(decoding: bytes[piece.range], as: UTF8.self)))
            diagnostics.append(HolePiece.malformed(at: block.span(shifted(piece.range))))
        }
    }

    private mutating func refuseUnquoted(_ range: Range<Int>) {
        let text = String(decoding: bytes[range], as: UTF8.self)
        diagnostics.append(
            Diagnostic(
                "yaml/unquoted", .error, "a value in brackets must have quotes", at: block.span(shifted(range)),
                help: "write `\"\(text)\"`; a value that is the whole scalar keeps its type"))
    }

    private func hole(_ reference: ValueReference, _ context: HoleContext, _ range: Range<Int>) -> Hole {
        Hole(reference: reference, context: context, span: block.span(shifted(range)))
    }

    private func shifted(_ range: Range<Int>) -> Range<Int> { start + range.lowerBound..<start + range.upperBound }
}

extension Array {
    /// The element at an index, if there is one.
    fileprivate subscript(safe index: Int) -> Element? { indices.contains(index) ? self[index] : nil }
}
