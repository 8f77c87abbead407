/// What a text says in base64 (RFC 4648, sections 4 and 5) and in hexadecimal digits, and where each part of it came
/// from.
///
/// Whatever was written in digits is read, whether a secret is in it or not; so nobody has to know which form of a secret
/// was written so, or how often.
struct DigitView {
    /// The texts, with a line feed behind each.
    private(set) var bytes: [UInt8] = []

    /// A text: where it is here, and where its first bit was.
    private struct Piece {
        let start: Int
        /// The first digit that was read with it.
        let digit: Int
        /// Which byte of these digits begins the piece.
        let byte: Int
        let bits: Int
    }
    private var pieces: [Piece] = []

    /// Fewer digits say nothing that the forms of a secret do not have.
    private static let shortestRun = 12
    /// Fewer characters of text are in any digits by chance.
    private static let shortestText = 6

    private static let base64: [Int8] = {
        var table = [Int8](repeating: -1, count: 256)
        let digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8
        for (value, digit) in digits.enumerated() { table[Int(digit)] = Int8(value) }
        table[Int(UInt8(ascii: "-"))] = 62
        table[Int(UInt8(ascii: "_"))] = 63
        return table
    }()
    private static let hexadecimal: [Int8] = {
        var table = [Int8](repeating: -1, count: 256)
        for (value, digit) in "0123456789abcdef".utf8.enumerated() { table[Int(digit)] = Int8(value) }
        for (value, digit) in "ABCDEF".utf8.enumerated() { table[Int(digit)] = Int8(value + 10) }
        return table
    }()

    /// The texts in a text; nil when there are none.
    init?(of text: [UInt8]) {
        text.withUnsafeBufferPointer { text in
            read(text, bits: 6, DigitView.base64)
            read(text, bits: 4, DigitView.hexadecimal)
        }
        if pieces.isEmpty { return nil }
    }

    private mutating func read(_ text: UnsafeBufferPointer<UInt8>, bits: Int, _ table: [Int8]) {
        table.withUnsafeBufferPointer { table in
            var start = 0
            while start < text.count {
                guard table[Int(text[start])] >= 0 else {
                    start += 1
                    continue
                }
                var end = start + 1
                while end < text.count, table[Int(text[end])] >= 0 { end += 1 }
                if end - start >= DigitView.shortestRun {
                    // What was written may begin at any digit of the run.
                    for skipped in 0..<(bits == 6 ? 4 : 2) { decode(text, start + skipped..<end, bits: bits, table) }
                }
                start = end
            }
        }
    }

    private mutating func decode(
        _ text: UnsafeBufferPointer<UInt8>, _ digits: Range<Int>, bits: Int, _ table: UnsafeBufferPointer<Int8>
    ) {
        var value: UInt32 = 0
        var held = 0
        var count = 0
        var start = bytes.count
        var following = 0
        func isText(_ byte: UInt8) -> Bool {
            if following > 0 {
                following -= 1
                return byte & 0xC0 == 0x80
            }
            switch byte {
            case 0x20...0x7E, 0x09, 0x0A, 0x0D: return true
            case 0xC2...0xDF: following = 1
            case 0xE0...0xEF: following = 2
            case 0xF0...0xF4: following = 3
            default: return false
            }
            return true
        }
        for place in digits {
            value = value << UInt32(bits) | UInt32(table[Int(text[place])])
            held += bits
            guard held >= 8 else { continue }
            held -= 8
            let byte = UInt8(truncatingIfNeeded: value >> UInt32(held))
            count += 1
            if isText(byte) {
                bytes.append(byte)
                continue
            }
            following = 0
            close(from: start, digit: digits.lowerBound, byte: count - 1, bits: bits)
            start = bytes.count
        }
        close(from: start, digit: digits.lowerBound, byte: count, bits: bits)
    }

    /// Keeps the text that ends before a byte of the digits, when it is long enough.
    private mutating func close(from start: Int, digit: Int, byte: Int, bits: Int) {
        let length = bytes.count - start
        guard length >= DigitView.shortestText else {
            bytes.removeLast(length)
            return
        }
        pieces.append(Piece(start: start, digit: digit, byte: byte - length, bits: bits))
        bytes.append(0x0A)
    }

    /// The digits that a part of the texts was read from.
    func origin(of range: Range<Int>) -> Range<Int> {
        let first = piece(at: range.lowerBound)
        let last = piece(at: range.upperBound - 1)
        let start = first.digit + (first.byte + range.lowerBound - first.start) * 8 / first.bits
        let bit = (last.byte + range.upperBound - last.start) * 8
        let end = last.digit + (bit + last.bits - 1) / last.bits
        return min(start, end - 1)..<max(start + 1, end)
    }

    /// Whether a part is in one text: the next one may be from far away.
    func isWhole(_ range: Range<Int>) -> Bool {
        piece(at: range.lowerBound).start == piece(at: range.upperBound - 1).start
    }

    private func piece(at position: Int) -> Piece {
        var (low, high) = (0, pieces.count)
        while high - low > 1 {
            let middle = (low + high) / 2
            if pieces[middle].start <= position { low = middle } else { high = middle }
        }
        return pieces[low]
    }
}
