import OrderedJSON
import RunbookModel
import YAML

extension ParameterSchema {
    /// The value that a node means for this schema: what should be text is text, also when it looks like a number.
    func value(of node: YAMLNode) -> JSON {
        if let elements = node.sequence, let item = items.first {
            return .array(elements.map { item.value(of: $0) })
        }
        let value = node.json
        guard kind == .string, let text = node.scalar?.text, value != .null else { return value }
        return .string(text)
    }
}
