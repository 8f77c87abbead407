/// Encodings that cut bytes into groups of fewer bits.
enum DigitGroups {
    /// The digits that are decided by some bytes alone when so many others are before them.
    static func digits(of bytes: [UInt8], after padding: Int, bits: Int, _ alphabet: [UInt8]) -> [UInt8] {
        let end = (padding + bytes.count) * 8
        var digits: [UInt8] = []
        var bit = (padding * 8 + bits - 1) / bits * bits
        while bit + bits <= end {
            var value = 0
            for position in bit..<bit + bits {
                let byte = bytes[position / 8 - padding]
                value = value << 1 | Int(byte >> UInt8(7 - position % 8) & 1)
            }
            digits.append(alphabet[value])
            bit += bits
        }
        return digits
    }

    /// Bytes as a text, when it is one that people could have written.
    static func readable(_ bytes: [UInt8]) -> String? {
        guard bytes.allSatisfy({ $0 >= 0x20 && $0 != 0x7F }) else { return nil }
        return String(validating: bytes, as: UTF8.self)
    }
}
