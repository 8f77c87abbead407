/// A text with its escapes undone, and where each part of it came from.
///
/// Escapes of JSON, of URLs, of HTML and of programming languages are undone alike, for who wrote a text is not known.
/// Characters that nobody sees are omitted, and breaks in the middle of long base64 are closed.
struct PlainView {
    /// The text.
    private(set) var bytes: [UInt8] = []
    /// A part that came from an escape: where it is here, how long it is, and where it was.
    private struct Part {
        let start: Int
        let end: Int
        let origin: Range<Int>
    }
    private var parts: [Part] = []

    /// The text with one layer of escapes undone; nil when there is none.
    init?(of text: [UInt8]) {
        let found = text.withUnsafeBufferPointer { EscapeReader($0).firstEscape }
        guard let found else { return nil }
        bytes.reserveCapacity(text.count)
        text.withUnsafeBufferPointer { buffer in
            let reader = EscapeReader(buffer)
            var position = 0
            var next: EscapeReader.Escape? = found
            while let escape = next {
                bytes += buffer[position..<escape.range.lowerBound]
                let start = bytes.count
                bytes += escape.meaning
                parts.append(Part(start: start, end: bytes.count, origin: escape.range))
                position = escape.range.upperBound
                next = reader.escape(from: position)
            }
            bytes += buffer[position...]
        }
    }

    /// The text without the ends of its lines and the blanks that begin the next ones; nil when it is one line.
    init?(joiningLinesOf text: [UInt8]) {
        guard var next = text.firstIndex(of: 0x0A) else { return nil }
        bytes.reserveCapacity(text.count)
        var position = 0
        while next < text.count {
            var end = next
            while end > position, text[end - 1] == 0x0D { end -= 1 }
            bytes += text[position..<end]
            position = next + 1
            while position < text.count, text[position] <= 0x20 { position += 1 }
            parts.append(Part(start: bytes.count, end: bytes.count, origin: end..<position))
            next = text[position...].firstIndex(of: 0x0A) ?? text.count
        }
        bytes += text[position...]
    }

    /// The place in the text that it was made of.
    func origin(of range: Range<Int>) -> Range<Int> {
        let first = part(at: range.lowerBound)
        let last = part(at: range.upperBound - 1)
        return first.lowerBound..<last.upperBound
    }

    /// Where a byte came from: itself, or the whole escape that it is a part of.
    private func part(at position: Int) -> Range<Int> {
        // The last part that begins at or before the byte.
        var (low, high) = (0, parts.count)
        while low < high {
            let middle = (low + high) / 2
            if parts[middle].start <= position { low = middle + 1 } else { high = middle }
        }
        guard low > 0 else { return position..<position + 1 }
        // Of several that begin here all but the last stand for nothing.
        let part = parts[low - 1]
        if position < part.end { return part.origin }
        let origin = part.origin.upperBound + position - part.end
        return origin..<origin + 1
    }
}
