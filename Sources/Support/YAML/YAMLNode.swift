/// A value of a YAML document and where it is.
package struct YAMLNode: Sendable, Hashable {
    /// What a node is.
    package enum Content: Sendable, Hashable {
        /// A text, not yet typed.
        case scalar(YAMLScalar)
        /// An ordered list of nodes.
        case sequence([YAMLNode])
        /// An ordered list of keys with their values; no key is repeated.
        case mapping([YAMLEntry])
    }

    /// What the node is.
    package let content: Content
    /// The place of its first character: a quote, a bracket, the `|` of a block scalar.
    package let start: YAMLMark
    /// The place behind its last character; of a block sequence or mapping, the end of its last part.
    ///
    /// Equal to `start` when the value is empty (`key:`).
    package let end: YAMLMark

    /// Makes a node.
    package init(_ content: Content, start: YAMLMark, end: YAMLMark) {
        self.content = content
        self.start = start
        self.end = end
    }

    /// The bytes of the text that the node was written with, quotes and brackets included.
    package var range: Range<Int> { start.offset..<max(start.offset, end.offset) }

    /// The scalar, when this is one.
    package var scalar: YAMLScalar? {
        if case .scalar(let scalar) = content { scalar } else { nil }
    }

    /// The elements, when this is a sequence.
    package var sequence: [YAMLNode]? {
        if case .sequence(let nodes) = content { nodes } else { nil }
    }

    /// The entries, when this is a mapping.
    package var mapping: [YAMLEntry]? {
        if case .mapping(let entries) = content { entries } else { nil }
    }

    /// The value of the key `name`, when this is a mapping that has it.
    package subscript(name: String) -> YAMLNode? { mapping?.first { $0.name == name }?.value }
}
