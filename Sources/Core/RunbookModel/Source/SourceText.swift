/// A file's text with an index of its lines.
public struct SourceText: Sendable {
    /// The file as the user named it.
    public let file: String
    /// The text in UTF-8.
    public let bytes: [UInt8]
    /// The offset of each line's first byte; there is always one.
    public let lineStarts: [Int]

    /// Makes a text of the bytes of a file; lines end with LF, CRLF or a lone CR.
    public init(file: String, bytes: [UInt8]) {
        self.file = file
        self.bytes = bytes
        var starts = [0]
        for (index, byte) in bytes.enumerated() {
            let isLoneReturn = byte == 0x0D && (index + 1 == bytes.count || bytes[index + 1] != 0x0A)
            if byte == 0x0A || isLoneReturn { starts.append(index + 1) }
        }
        lineStarts = starts
    }

    /// Makes a text of a string.
    public init(file: String, text: String) { self.init(file: file, bytes: Array(text.utf8)) }

    /// The whole text; bytes that are not UTF-8 become the replacement character.
    public var text: String { String(decoding: bytes, as: UTF8.self) }

    /// The number of lines; a line feed at the very end does not begin another one.
    public var lineCount: Int {
        lineStarts.count - (lineStarts.count > 1 && lineStarts.last == bytes.count ? 1 : 0)
    }

    /// The offsets of a line's bytes without its end; empty for a line that is not there.
    ///
    /// - Parameter line: The line, from 1.
    public func range(ofLine line: Int) -> Range<Int> {
        guard line >= 1, line <= lineStarts.count else { return bytes.count..<bytes.count }
        let start = lineStarts[line - 1]
        var end = line < lineStarts.count ? lineStarts[line] : bytes.count
        while end > start, bytes[end - 1] == 0x0A || bytes[end - 1] == 0x0D { end -= 1 }
        return start..<end
    }

    /// A line's text without its end.
    ///
    /// - Parameter line: The line, from 1.
    public func line(_ line: Int) -> String {
        String(decoding: bytes[range(ofLine: line)], as: UTF8.self)
    }

    /// The place of an offset; offsets outside are moved to the nearer end.
    public func position(at offset: Int) -> SourcePosition {
        let offset = max(0, min(offset, bytes.count))
        var low = 0
        var high = lineStarts.count - 1
        while low < high {
            let middle = (low + high + 1) / 2
            if lineStarts[middle] <= offset { low = middle } else { high = middle - 1 }
        }
        return SourcePosition(offset: offset, line: low + 1, column: offset - lineStarts[low] + 1)
    }

    /// The span of the byte at an offset; empty behind the last one.
    public func span(at offset: Int) -> SourceSpan {
        let start = max(0, min(offset, bytes.count))
        return span(start..<min(start + 1, bytes.count))
    }

    /// The span of a range of offsets.
    public func span(_ range: Range<Int>) -> SourceSpan {
        SourceSpan(file: file, start: position(at: range.lowerBound), end: position(at: range.upperBound))
    }
}
