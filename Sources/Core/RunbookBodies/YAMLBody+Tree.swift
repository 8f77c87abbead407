package import RunbookModel
import YAML

extension YAMLBody {
    /// Reads a YAML document with holes as the tree of its values.
    ///
    /// - Returns: The tree, or what keeps the text from being YAML.
    package static func tree(_ block: BlockText) -> (node: BodyNode?, problem: Diagnostic?) {
        let stencil = YAMLStencil(block.bytes(nil))
        do throws(YAMLError) {
            let root = try YAMLNode(bytes: stencil.bytes)
            return (node(root, stencil, block), nil)
        } catch {
            return (nil, diagnostic(error, in: block))
        }
    }

    /// The reader bounds the depth.
    private static func node(_ node: YAMLNode, _ stencil: YAMLStencil, _ block: BlockText) -> BodyNode {
        let content: BodyNode.Content
        switch node.content {
        case .scalar(let scalar): content = self.content(of: scalar, stencil.pieces(of: scalar.text, in: node.range))
        case .sequence(let nodes): content = .list(nodes.map { self.node($0, stencil, block) })
        case .mapping(let entries):
            content = .mapping(
                entries.map { entry in
                    let pieces = stencil.pieces(of: entry.name, in: entry.key.range)
                    return BodyNode.Entry(
                        name: pieces.contains(where: \.isHole) ? nil : entry.name,
                        span: block.span(entry.key.range), value: self.node(entry.value, stencil, block))
                })
        }
        return BodyNode(content: content, span: block.span(node.range))
    }

    private static func content(of scalar: YAMLScalar, _ pieces: [YAMLStencil.Piece]) -> BodyNode.Content {
        guard pieces.contains(where: \.isHole) else { return .scalar(scalar.json, text: scalar.text) }
        return pieces.count == 1 ? .hole : .text
    }
}

extension YAMLStencil.Piece {
    fileprivate var isHole: Bool {
        if case .hole = self { true } else { false }
    }
}
