import OrderedJSON
import RunbookModel

extension BodyNode {
    /// A text, number, truth value or nothing that is written out in a tree.
    struct Scalar {
        /// The value, as YAML types it.
        let value: JSON
        /// How it is spelled.
        let text: String
        /// The key that it is the value of, or that has the list with it.
        let key: String?
        /// Where it is.
        let span: SourceSpan
    }

    /// The scalars in the tree, in order.
    var scalars: [Scalar] {
        var scalars: [Scalar] = []
        var open: [(node: BodyNode, key: String?)] = [(self, nil)]
        while let (node, key) = open.popLast() {
            switch node.content {
            case .mapping(let entries): open += entries.reversed().map { ($0.value, $0.name) }
            case .list(let nodes): open += nodes.reversed().map { ($0, key) }
            case .scalar(let value, let text):
                scalars.append(Scalar(value: value, text: text, key: key, span: node.span))
            case .text, .hole: break
            }
        }
        return scalars
    }
}
