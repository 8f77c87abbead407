/// A key of a mapping and its value.
package struct YAMLEntry: Sendable, Hashable {
    /// The text of the key; `1`, `true` and `~` are keys of these names.
    package let name: String
    /// The key as a node, for its place.
    package let key: YAMLNode
    /// The value; an empty plain scalar when there is none.
    package let value: YAMLNode

    /// Makes an entry.
    package init(name: String, key: YAMLNode, value: YAMLNode) {
        self.name = name
        self.key = key
        self.value = value
    }
}
