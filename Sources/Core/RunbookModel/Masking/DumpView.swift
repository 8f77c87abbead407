/// The bytes in dumps with a number at the start of each line, as `hexdump`, `xxd`, `od` and `tcpdump` write them.
struct DumpView {
    /// The bytes of all such lines, one after another.
    private(set) var bytes: [UInt8] = []

    /// Where the bytes of a line begin here, and where the line is.
    private var lines: [(start: Int, origin: Range<Int>)] = []

    /// The most that is between the end of a line and the next one.
    private static let widestGap = 100
    /// The most bytes in a line; what follows are the same ones as characters.
    private static let mostInLine = 16

    /// How a dump writes bytes.
    enum Form: CaseIterable {
        /// Two digits each, in groups of one, two or four, as `hexdump -C`, `xxd`, `od -t x1` and `tcpdump -x`.
        case bytes
        /// As numbers of two or four bytes with the lowest byte last, as `od -x`.
        case numbers
        /// Three octal digits or the character itself, each right-aligned in four columns, as `od -b` and `od -c`.
        case characters
    }

    private let form: Form

    /// Reads the dumps in a text; nil when there are none.
    init?(of text: [UInt8], as form: Form) {
        self.form = form
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

    /// Reads what is behind a number, which may be behind something else: `"dump": "0000: 51 7a"`.
    private mutating func read(_ text: UnsafeBufferPointer<UInt8>, _ line: Range<Int>) {
        var index = line.lowerBound
        while index < line.upperBound {
            let number = digits(in: text, from: index, to: line.upperBound)
            guard !number.isEmpty else {
                index += 1
                continue
            }
            index = number.upperBound
            var start = index
            if start < line.upperBound, text[start] == UInt8(ascii: ":") { start += 1 }
            guard (4...16).contains(number.count), start < line.upperBound, text[start] == 0x20 else { continue }
            let count = bytes.count
            let end =
                form == .characters
                ? readCharacters(text, from: start, to: line.upperBound)
                : readWords(text, from: start, to: line.upperBound)
            guard bytes.count > count else { continue }
            index = columnEnd(in: text, from: end, to: line.upperBound, of: bytes[count...])
            lines.append((count, number.lowerBound..<index))
        }
    }

    /// Where the same bytes end that are behind it as characters; the end of the dump itself where there are none.
    private func columnEnd(
        in text: UnsafeBufferPointer<UInt8>, from start: Int, to limit: Int, of bytes: ArraySlice<UInt8>
    ) -> Int {
        var index = start
        while index < limit, text[index] == 0x20 { index += 1 }
        let isFramed = index < limit && text[index] == UInt8(ascii: "|")
        if isFramed { index += 1 }
        for byte in isFramed ? bytes : bytes.drop(while: { $0 == 0x20 }) {
            if index + 1 < limit, text[index] == 0x5C, "\"\\/".utf8.contains(text[index + 1]), byte == text[index + 1] {
                index += 1
            }
            guard index < limit, text[index] == ((0x20...0x7E).contains(byte) ? byte : UInt8(ascii: ".")) else {
                return start
            }
            index += 1
        }
        return isFramed && index < limit && text[index] == UInt8(ascii: "|") ? index + 1 : index
    }

    private func digits(in text: UnsafeBufferPointer<UInt8>, from start: Int, to limit: Int) -> Range<Int> {
        var end = start
        while end < limit, DumpView.digit(text[end]) != nil { end += 1 }
        return start..<end
    }

    /// - Returns: Where they end.
    private mutating func readWords(_ text: UnsafeBufferPointer<UInt8>, from start: Int, to limit: Int) -> Int {
        var index = start
        var count = 0
        while count < DumpView.mostInLine {
            var next = index
            while next < limit, text[next] == 0x20 || text[next] == 0x09 { next += 1 }
            let word = digits(in: text, from: next, to: limit)
            // In JSON a quotation mark is behind the last one.
            let isWhole = word.upperBound == limit || !DumpView.isLetter(text[word.upperBound])
            let lengths = form == .numbers ? [4, 8] : [2, 4, 8]
            guard next > index, isWhole, lengths.contains(word.count) else { break }
            let values = stride(from: word.lowerBound, to: word.upperBound, by: 2).map { place in
                (DumpView.digit(text[place]) ?? 0) << 4 | (DumpView.digit(text[place + 1]) ?? 0)
            }
            bytes += form == .numbers ? values.reversed() : values
            count += values.count
            index = word.upperBound
        }
        return index
    }

    /// - Returns: Where they end.
    private mutating func readCharacters(_ text: UnsafeBufferPointer<UInt8>, from start: Int, to limit: Int) -> Int {
        var index = start
        for _ in 0..<DumpView.mostInLine {
            guard index + 4 <= limit, text[index] == 0x20 else { break }
            let cell = text[index + 1..<index + 4]
            if cell.allSatisfy({ (0x30...0x37).contains($0) }) {
                bytes.append(UInt8(truncatingIfNeeded: cell.reduce(0) { $0 << 3 | Int($1 - 0x30) }))
            } else if text[index + 1] == 0x20, text[index + 2] == 0x20 {
                bytes.append(text[index + 3])
            } else if text[index + 1] == 0x20, text[index + 2] == 0x5C,
                let meaning = DumpView.controls[text[index + 3]]
            {
                bytes.append(meaning)
            } else {
                break
            }
            index += 4
        }
        return index
    }

    /// What `od -c` writes for characters that nobody sees.
    private static let controls: [UInt8: UInt8] = [
        0x30: 0x00, 0x61: 0x07, 0x62: 0x08, 0x74: 0x09, 0x6E: 0x0A, 0x76: 0x0B, 0x66: 0x0C, 0x72: 0x0D,
    ]

    private static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) || byte >= 0x80 }

    private static func digit(_ byte: UInt8) -> UInt8? {
        switch byte {
        case 0x30...0x39: byte - 0x30
        case 0x41...0x46: byte - 0x41 + 10
        case 0x61...0x66: byte - 0x61 + 10
        default: nil
        }
    }

    /// The lines that bytes are in, with their numbers and the characters beside them.
    func origin(of range: Range<Int>) -> Range<Int> {
        line(at: range.lowerBound).lowerBound..<line(at: range.upperBound - 1).upperBound
    }

    /// Whether bytes are in lines that follow one another: others are of different dumps.
    func isWhole(_ range: Range<Int>) -> Bool {
        let first = index(at: range.lowerBound)
        return (first..<index(at: range.upperBound - 1)).allSatisfy { index in
            lines[index + 1].origin.lowerBound - lines[index].origin.upperBound <= DumpView.widestGap
        }
    }

    private func line(at position: Int) -> Range<Int> { lines[index(at: position)].origin }

    private func index(at position: Int) -> Int {
        var (low, high) = (0, lines.count)
        while high - low > 1 {
            let middle = (low + high) / 2
            if lines[middle].start <= position { low = middle } else { high = middle }
        }
        return low
    }
}
