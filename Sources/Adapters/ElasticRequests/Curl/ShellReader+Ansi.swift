extension ShellReader {
    /// Reads `$'...'`, in which backslashes work as in C (bash's manual, "ANSI-C Quoting").
    mutating func ansiQuoted(_ word: inout ShellWord) throws(CurlFault) {
        let start = index
        index += 2
        while let byte = peek {
            if byte == UInt8(ascii: "'") {
                index += 1
                return
            }
            if byte == UInt8(ascii: "\\"), index + 1 < bytes.count {
                try ansiEscape(&word)
            } else {
                take(&word)
            }
        }
        throw CurlFault(
            "unclosed-quote", "the closing `'` is missing", start..<start + 2,
            help: "close it: nothing after the opening quote can be read", isFinal: true)
    }

    private mutating func ansiEscape(_ word: inout ShellWord) throws(CurlFault) {
        let start = index
        let letter = bytes[index + 1]
        index += 2
        let value: UInt32?
        switch letter {
        case UInt8(ascii: "n"): value = 0x0A
        case UInt8(ascii: "t"): value = 0x09
        case UInt8(ascii: "r"): value = 0x0D
        case UInt8(ascii: "a"): value = 0x07
        case UInt8(ascii: "b"): value = 0x08
        case UInt8(ascii: "e"), UInt8(ascii: "E"): value = 0x1B
        case UInt8(ascii: "f"): value = 0x0C
        case UInt8(ascii: "v"): value = 0x0B
        case UInt8(ascii: "\\"), UInt8(ascii: "'"), UInt8(ascii: "\""), UInt8(ascii: "?"): value = UInt32(letter)
        case UInt8(ascii: "x"): value = number(radix: 16, atMost: 2)
        case UInt8(ascii: "u"): value = number(radix: 16, atMost: 4)
        case UInt8(ascii: "U"): value = number(radix: 16, atMost: 8)
        case UInt8(ascii: "0")...UInt8(ascii: "7"):
            index -= 1
            value = number(radix: 8, atMost: 3).map { $0 & 0xFF }
        default: value = nil
        }
        let range = start..<index
        guard let value, value != 0 else { throw noEscape(range) }
        if letter == UInt8(ascii: "u") || letter == UInt8(ascii: "U") {
            guard let scalar = UnicodeScalar(value) else { throw noEscape(range) }
            for byte in String(scalar).utf8 { word.append(byte, from: range) }
        } else {
            word.append(UInt8(truncatingIfNeeded: value), from: range)
        }
    }

    /// Reads a number; nil when there is not one digit.
    private mutating func number(radix: Int, atMost count: Int) -> UInt32? {
        let digits = bytes[index...].prefix(count).prefix {
            Character(UnicodeScalar($0)).hexDigitValue.map { $0 < radix } ?? false
        }
        index += digits.count
        return UInt32(String(decoding: digits, as: UTF8.self), radix: radix)
    }

    private func noEscape(_ range: Range<Int>) -> CurlFault {
        CurlFault(
            "escape", "unknown escape in `$'...'`", range, help: "write `\\\\` for a backslash")
    }
}
