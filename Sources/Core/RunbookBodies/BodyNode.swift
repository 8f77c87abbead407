package import OrderedJSON
package import RunbookModel

/// A value of a YAML block as it is written, with its place; what a hole holds is not known.
package struct BodyNode: Sendable, Hashable {
    /// What a value is.
    package enum Content: Sendable, Hashable {
        /// A text, number, truth value or nothing, as YAML types it; `text` is how it is spelled.
        case scalar(JSON, text: String)
        /// A text with values in it.
        case text
        /// A value of the runbook with its type, which only the run knows.
        case hole
        /// A list.
        case list([BodyNode])
        /// Keys with their values.
        case mapping([Entry])
    }

    /// A key with its value.
    package struct Entry: Sendable, Hashable {
        /// The key; nil when values are in it.
        package let name: String?
        /// Where the key is.
        package let span: SourceSpan
        /// The value.
        package let value: BodyNode
    }

    /// What it is.
    package let content: Content
    /// Where it is.
    package let span: SourceSpan

    /// What it is, for people.
    package var kind: String {
        switch content {
        case .scalar(let value, _): value.kind
        case .text: "string"
        case .hole: "value"
        case .list: "list"
        case .mapping: "mapping"
        }
    }
}
