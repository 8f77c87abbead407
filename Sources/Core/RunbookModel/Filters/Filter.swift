/// A jq filter and where it stands in the file.
public struct Filter: Sendable, Hashable {
    /// The filter's text.
    public let text: String
    /// Its text with the places of its lines.
    public let block: BlockText

    /// Makes a filter of the text of a block.
    public init(_ block: BlockText) {
        text = block.text
        self.block = block
    }

    /// Where it stands.
    public var span: SourceSpan { block.span }
}
