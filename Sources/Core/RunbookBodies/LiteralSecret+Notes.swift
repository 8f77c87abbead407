import OrderedJSON
package import RunbookModel

extension LiteralSecret {
    /// Warnings of the secrets that are written out in a tree of values.
    package static func notes(in root: BodyNode) -> [Diagnostic] {
        var notes: [Diagnostic] = []
        var open: [(node: BodyNode, name: String?)] = [(root, nil)]
        while let (node, name) = open.popLast() {
            switch node.content {
            case .mapping(let entries): open += entries.reversed().map { ($0.value, $0.name) }
            case .list(let nodes): open += nodes.reversed().map { ($0, name) }
            case .scalar(let value, let text):
                // `ResetPassword: true` is a switch.
                guard value.string != nil || value.number != nil else { continue }
                let bytes = Array(text.utf8)
                let isSecret = name.map { LiteralSecret.isSecret(bytes, named: $0) } ?? false
                if isSecret || secret(in: bytes[...]) != nil { notes.append(note(at: node.span)) }
            case .text, .hole: break
            }
        }
        return notes
    }

    /// The warning of a secret that is written out.
    package static func note(at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            "secret/literal", .warning, "the document contains a secret", at: span,
            help: "declare a parameter with `secret: true`, and write `${name}`")
    }
}
