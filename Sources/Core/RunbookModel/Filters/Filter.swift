/// A jq filter and where it is in the file.
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

    /// Where it is.
    public var span: SourceSpan { block.span }
}
