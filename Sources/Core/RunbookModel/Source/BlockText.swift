/// The content of a fence, and where each of its lines is in the file.
///
/// A fence inside a list is indented in the file but not in its content, so an offset in the content is translated line
/// by line.
public struct BlockText: Sendable, Hashable {
    /// The content; lines end with LF.
    public let text: String
    /// Whether each `${` of `text` is only written as `$${` because the block inserts no values.
    public let isVerbatim: Bool
    /// The file's offset of the first content byte of each line.
    private let origins: [SourcePosition]
    /// The content's offset of each line.
    private let starts: [Int]
    /// The file as the user named it.
    private let file: String

    /// Makes a block.
    ///
    /// - Parameter origins: The place in the file of each line's first content byte; one for each line of `text`, and
    ///   one behind the last when the text ends with a line feed or is empty.
    public init(file: String, text: String, origins: [SourcePosition]) {
        self.init(file: file, text: text, origins: origins, isVerbatim: false)
    }

    private init(file: String, text: String, origins: [SourcePosition], isVerbatim: Bool) {
        self.file = file
        self.text = text
        self.isVerbatim = isVerbatim
        self.origins = origins
        var starts = [0]
        for (index, byte) in text.utf8.enumerated() where byte == 0x0A { starts.append(index + 1) }
        self.starts = starts
    }

    /// Makes a block that is on one line of a file, such as the value of a key.
    public init(inline text: String, at span: SourceSpan) {
        self.init(file: span.file, text: text, origins: [span.start])
    }

    /// The same content, in which each `${` is written as the text that it is and begins no value.
    public var withoutValues: BlockText {
        BlockText(file: file, text: text.replacing("${", with: "$${"), origins: origins, isVerbatim: true)
    }

    /// The content from an offset on, of a block that is on one line.
    package func inline(from offset: Int) -> BlockText {
        let start = max(0, min(offset, text.utf8.count))
        return BlockText(
            file: file, text: String(Substring(text.utf8.dropFirst(start))), origins: [position(at: start)])
    }

    /// The place in the file of an offset in UTF-8 bytes into `text`.
    public func position(at offset: Int) -> SourcePosition {
        let offset = max(0, min(offset, text.utf8.count))
        var line = starts.partitioningIndex { $0 > offset } - 1
        line = max(0, min(line, origins.count - 1))
        guard origins.indices.contains(line) else { return SourcePosition(offset: 0, line: 1, column: 1) }
        let origin = origins[line]
        let distance = offset - starts[line]
        // A tab that Markdown expanded has more blanks in the content than bytes in the file.
        let missing = max(0, 1 - origin.column - distance)
        return SourcePosition(
            offset: origin.offset + distance + missing, line: origin.line, column: origin.column + distance + missing)
    }

    /// The span in the file of a range of offsets in UTF-8 bytes into `text`.
    public func span(_ range: Range<Int>) -> SourceSpan {
        SourceSpan(file: file, start: position(at: range.lowerBound), end: position(at: range.upperBound))
    }

    /// The span in the file of the whole content.
    public var span: SourceSpan { span(0..<text.utf8.count) }
}

extension RandomAccessCollection where Index == Int {
    /// The first index whose element satisfies the predicate, when all that satisfy it come after all that do not.
    fileprivate func partitioningIndex(where predicate: (Element) -> Bool) -> Int {
        var low = startIndex
        var high = endIndex
        while low < high {
            let middle = (low + high) / 2
            if predicate(self[middle]) { high = middle } else { low = middle + 1 }
        }
        return low
    }
}
