/// The bytes in dumps with a number at the start of each line, as `hexdump -C`, `xxd` and `od -t x1` write them.
struct DumpView {
    /// The bytes of all such lines, one after another.
    private(set) var bytes: [UInt8] = []

    /// Where the bytes of a line begin here, and where the line is.
    private var lines: [(start: Int, origin: Range<Int>)] = []

    /// The most bytes in a line; what follows are the same ones as characters.
    private static let mostInLine = 16

    /// Reads the dumps in a text; nil when there are none.
    init?(of text: [UInt8]) {
        text.withUnsafeBufferPointer { text in
            var start = 0
            while start < text.count {
                var end = start
                while end < text.count, text[end] != 0x0A { end += 1 }
                read(text, start..<end)
                start = end + 1
            }
        }
        if lines.isEmpty { return nil }
    }

    private mutating func read(_ text: UnsafeBufferPointer<UInt8>, _ line: Range<Int>) {
        var index = line.lowerBound
        func skipBlanks() {
            while index < line.upperBound, text[index] == 0x20 || text[index] == 0x09 { index += 1 }
        }
        func digits() -> Range<Int> {
            let start = index
            while index < line.upperBound, DumpView.digit(text[index]) != nil { index += 1 }
            return start..<index
        }
        // The number, which may be behind a name: `"dump": "0000: 51 7a"`.
        var first = index
        while index < line.upperBound {
            let number = digits()
            first = number.lowerBound
            if index < line.upperBound, text[index] == UInt8(ascii: ":") { index += 1 }
            if (4...16).contains(number.count), index < line.upperBound, text[index] == 0x20 { break }
            index = max(index, number.lowerBound + 1)
        }
        let start = bytes.count
        while bytes.count - start < DumpView.mostInLine {
            let before = index
            skipBlanks()
            let word = digits()
            let isWhole = index == line.upperBound || text[index] == 0x20 || text[index] == 0x0D
            guard index > before, !word.isEmpty, word.lowerBound > before, isWhole, [2, 4, 8].contains(word.count)
            else {
                break
            }
            for place in stride(from: word.lowerBound, to: word.upperBound, by: 2) {
                bytes.append((DumpView.digit(text[place]) ?? 0) << 4 | (DumpView.digit(text[place + 1]) ?? 0))
            }
        }
        if bytes.count > start { lines.append((start, first..<line.upperBound)) }
    }

    private static func digit(_ byte: UInt8) -> UInt8? {
        switch byte {
        case 0x30...0x39: byte - 0x30
        case 0x41...0x46: byte - 0x41 + 10
        case 0x61...0x66: byte - 0x61 + 10
        default: nil
        }
    }

    /// The lines that bytes are in, from their numbers on, because the bytes are also beside them as characters.
    func origin(of range: Range<Int>) -> Range<Int> {
        line(at: range.lowerBound).lowerBound..<line(at: range.upperBound - 1).upperBound
    }

    private func line(at position: Int) -> Range<Int> {
        var (low, high) = (0, lines.count)
        while high - low > 1 {
            let middle = (low + high) / 2
            if lines[middle].start <= position { low = middle } else { high = middle }
        }
        return lines[low].origin
    }
}
