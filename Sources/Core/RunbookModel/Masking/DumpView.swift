/// The bytes in dumps with a number at the start of each line, as `hexdump`, `xxd`, `od` and `tcpdump` write them.
struct DumpView {
    /// The bytes of all such lines, one after another.
    private(set) var bytes: [UInt8] = []

    /// Where the bytes of a line begin here, and where the line is.
    private var lines: [(start: Int, origin: Range<Int>)] = []

    /// The most that is between the end of a line and the next one.
    private static let widestGap = 100
    /// The fewest digits of the number of a line.
    private static let shortestNumber = 4
    /// The most digits of it.
    private static let longestNumber = 16
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

    /// The dumps in a text, for each form in which there are some.
    static func all(of text: [UInt8]) -> [DumpView] {
        text.withUnsafeBufferPointer { text in
            let numbers = numbers(in: text)
            if numbers.isEmpty { return [] }
            return Form.allCases.map { DumpView(of: text, numbers, as: $0) }.filter { !$0.lines.isEmpty }
        }
    }

    /// Where digits are with a blank behind them, of which the last ones may be the number of a line.
    private static func numbers(in text: UnsafeBufferPointer<UInt8>) -> [Range<Int>] {
        var numbers: [Range<Int>] = []
        var index = 0
        while index < text.count {
            let number = digits(in: text, from: index, to: text.count)
            // What is behind them is not one more digit.
            index = number.upperBound + 1
            let behind = numberEnd(number, in: text)
            if number.count >= shortestNumber, behind < text.count, text[behind] == 0x20 { numbers.append(number) }
        }
        return numbers
    }

    /// Where a number ends with the colon that may be behind it.
    private static func numberEnd(_ number: Range<Int>, in text: UnsafeBufferPointer<UInt8>) -> Int {
        let end = number.upperBound
        return end < text.count && text[end] == UInt8(ascii: ":") ? end + 1 : end
    }

    private init(of text: UnsafeBufferPointer<UInt8>, _ numbers: [Range<Int>], as form: Form) {
        self.form = form
        var (read, limit) = (0, 0)
        for number in numbers {
            // What was read as a dump does not number another line.
            let number = max(number.lowerBound, read)..<max(number.upperBound, read)
            guard (DumpView.shortestNumber...DumpView.longestNumber).contains(number.count) else { continue }
            if number.lowerBound >= limit {
                // The line's end, which is looked for once a line.
                limit = text[number.upperBound...].firstIndex(of: 0x0A) ?? text.count
            }
            let start = DumpView.numberEnd(number, in: text)
            let count = bytes.count
            let end =
                form == .characters
                ? readCharacters(text, from: start, to: limit) : readWords(text, from: start, to: limit)
            guard bytes.count > count else { continue }
            read = columnEnd(in: text, from: end, to: limit, of: bytes[count...])
            lines.append((count, number.lowerBound..<read))
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

    private static func digits(in text: UnsafeBufferPointer<UInt8>, from start: Int, to limit: Int) -> Range<Int> {
        var end = start
        while end < limit, digit(text[end]) != nil { end += 1 }
        return start..<end
    }

    /// - Returns: Where they end.
    private mutating func readWords(_ text: UnsafeBufferPointer<UInt8>, from start: Int, to limit: Int) -> Int {
        var index = start
        var count = 0
        while count < DumpView.mostInLine {
            var next = index
            while next < limit, text[next] == 0x20 || text[next] == 0x09 { next += 1 }
            let word = DumpView.digits(in: text, from: next, to: limit)
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
