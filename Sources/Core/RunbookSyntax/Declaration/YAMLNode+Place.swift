import RunbookModel
import YAML

extension YAMLNode {
    /// Where the node is in the file.
    func span(in block: BlockText) -> SourceSpan { block.span(range) }

    /// The text of a scalar, with its place.
    func text(in block: BlockText) -> Located<String>? {
        scalar.map { Located($0.text, at: span(in: block)) }
    }
}

extension YAMLEntry {
    /// The key, with its place.
    func name(in block: BlockText) -> Located<String> { Located(name, at: key.span(in: block)) }
}
