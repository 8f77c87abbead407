/// Finds escapes in a text, and tells what they stand for.
struct EscapeReader {
    /// An escape: where it is, and what it means.
    struct Escape {
        let range: Range<Int>
        let meaning: [UInt8]
    }

    /// How many digits of base64 must be before a break for it to be one in the middle of it.
    private static let longLine = 16

    /// Whether a byte may begin an escape.
    private static let beginnings: [Bool] = {
        var table = [Bool](repeating: false, count: 256)
        for byte in 0..<0x20 where byte != 0x09 { table[byte] = true }
        for byte in [0x55, 0x5C, 0x25, 0x26, 0x3D, 0x7F, 0xC2, 0xCD, 0xD8, 0xE1, 0xE2, 0xE3, 0xEF, 0xF3] {
            table[byte] = true
        }
        return table
    }()

    private let text: UnsafeBufferPointer<UInt8>

    init(_ text: UnsafeBufferPointer<UInt8>) { self.text = text }

    var firstEscape: Escape? { escape(from: 0) }

    /// The next escape from a place on.
    func escape(from start: Int) -> Escape? {
        EscapeReader.beginnings.withUnsafeBufferPointer { beginnings in
            var index = start
            while index < text.count {
                if beginnings[Int(text[index])], let (length, meaning) = escape(at: index) {
                    return Escape(range: index..<index + length, meaning: meaning)
                }
                index += 1
            }
            return nil
        }
    }

    private func escape(at index: Int) -> (Int, [UInt8])? {
        switch text[index] {
        case 0x5C: backslash(at: index)
        case 0x55: codePoint(at: index)
        case 0x25: percent(at: index)
        case 0x26: entity(at: index)
        case 0x3D: quotedPrintable(at: index)
        case 0x0A: breakInBase64(at: index)
        case 0x0D: byte(index + 1) == 0x0A ? breakInBase64(at: index) : (1, [])
        case 0x1B: (control(at: index), [])
        case 0x00..<0x20, 0x7F: (1, [])
        default: invisible(at: index)
        }
    }

    private func byte(_ index: Int) -> UInt8? { index < text.count ? text[index] : nil }

    // MARK: Numbers

    private func digit(_ index: Int, radix: UInt32) -> UInt32? {
        guard let byte = byte(index) else { return nil }
        let value: UInt32
        switch byte {
        case 0x30...0x39: value = UInt32(byte) - 0x30
        case 0x41...0x46: value = UInt32(byte) - 0x41 + 10
        case 0x61...0x66: value = UInt32(byte) - 0x61 + 10
        default: return nil
        }
        return value < radix ? value : nil
    }

    /// A number of exactly so many digits.
    private func number(at index: Int, digits: Int, radix: UInt32 = 16) -> UInt32? {
        var value: UInt32 = 0
        for place in index..<index + digits {
            guard let digit = digit(place, radix: radix) else { return nil }
            value = value * radix + digit
        }
        return value
    }

    /// A number of at least one digit, and how many it has; no character has a number of more than seven.
    private func number(from index: Int, radix: UInt32, atMost: Int = 7) -> (UInt32, Int)? {
        var value: UInt32 = 0
        var count = 0
        while count < atMost, let digit = digit(index + count, radix: radix) {
            value = value * radix + digit
            count += 1
        }
        return count > 0 ? (value, count) : nil
    }

    private func character(_ value: UInt32) -> [UInt8]? {
        Unicode.Scalar(value).map { Array(String(Character($0)).utf8) }
    }

    // MARK: Kinds

    /// `U+0051 U+007A`, as tables of Unicode write it; a blank between two of them does not belong to the text.
    private func codePoint(at index: Int) -> (Int, [UInt8])? {
        guard byte(index + 1) == 0x2B, let (value, count) = number(from: index + 2, radix: 16, atMost: 6), count > 3,
            let meaning = character(value)
        else { return nil }
        let end = index + 2 + count
        let isFollowed = byte(end) == 0x20 && byte(end + 1) == 0x55 && byte(end + 2) == 0x2B
        return (end - index + (isFollowed ? 1 : 0), meaning)
    }

    private func backslash(at index: Int) -> (Int, [UInt8])? {
        guard let next = byte(index + 1) else { return nil }
        switch next {
        case 0x0A: return (2 + blanks(from: index + 2), [])
        case 0x75:  // u
            if byte(index + 2) == 0x7B, let (value, count) = number(from: index + 3, radix: 16),
                byte(index + 3 + count) == 0x7D
            {
                return character(value).map { (count + 4, $0) }
            }
            // Java takes several `u` for one.
            var lead = 2
            while lead < 5, byte(index + lead) == 0x75 { lead += 1 }
            return unit(at: index, lead: lead)
        case 0x55: return number(at: index + 2, digits: 8).flatMap(character).map { (10, $0) }  // U
        case 0x78:  // x
            if byte(index + 2) == 0x7B, let (value, count) = number(from: index + 3, radix: 16),
                byte(index + 3 + count) == 0x7D
            {
                return character(value).map { (count + 4, $0) }
            }
            return number(at: index + 2, digits: 2).map { (4, [UInt8($0)]) }
        case 0x30...0x37:
            // Six digits as CSS has them; an escape of octal digits has three.
            if next == 0x30, byte(index + 2) == 0x30 || byte(index + 2) == 0x31,
                let value = number(at: index + 1, digits: 6), value > 0x1F
            {
                return character(value).map { (7, $0) }
            }
            guard let (value, count) = number(from: index + 1, radix: 8, atMost: 3), value < 256 else { return nil }
            return (count + 1, [UInt8(value)])
        case 0x6E: return (2, [0x0A])  // n
        case 0x74: return (2, [0x09])  // t
        case 0x62: return (2, [0x08])  // b
        case 0x72, 0x66: return (2, [])  // r, f
        case 0x20...0x2F, 0x3A...0x40, 0x5B...0x60, 0x7B...0x7E: return (2, [next])
        default: return nil
        }
    }

    /// `\uXXXX` or `%uXXXX`, of which two may make one character (RFC 8259, section 7).
    private func unit(at index: Int, lead: Int) -> (Int, [UInt8])? {
        guard let high = number(at: index + lead, digits: 4) else { return nil }
        let length = lead + 4
        guard (0xD800..<0xDC00).contains(high) else { return character(high).map { (length, $0) } }
        guard byte(index + length) == text[index], byte(index + length + 1) == text[index + 1],
            let low = number(at: index + length + lead, digits: 4), (0xDC00..<0xE000).contains(low)
        else { return nil }
        return character(0x10000 + (high - 0xD800) << 10 + (low - 0xDC00)).map { (2 * length, $0) }
    }

    private func percent(at index: Int) -> (Int, [UInt8])? {
        if byte(index + 1) == 0x75 { return unit(at: index, lead: 2) }
        return number(at: index + 1, digits: 2).map { (3, [UInt8($0)]) }
    }

    /// `=51=7A` and `=` at the end of a line (RFC 2045, section 6.7); one `=51` alone is a value.
    private func quotedPrintable(at index: Int) -> (Int, [UInt8])? {
        if byte(index + 1) == 0x0A { return (2, []) }
        if byte(index + 1) == 0x0D, byte(index + 2) == 0x0A { return (3, []) }
        guard let value = number(at: index + 1, digits: 2) else { return nil }
        let isFollowed = byte(index + 3) == 0x3D && number(at: index + 4, digits: 2) != nil
        let isFollowing = index >= 3 && text[index - 3] == 0x3D && number(at: index - 2, digits: 2) != nil
        return isFollowed || isFollowing ? (3, [UInt8(value)]) : nil
    }

    private func blanks(from index: Int) -> Int {
        var end = index
        while let blank = byte(end), blank == 0x20 || blank == 0x09 { end += 1 }
        return end - index
    }

    private func entity(at index: Int) -> (Int, [UInt8])? {
        if byte(index + 1) == 0x23 {
            let isHexadecimal = byte(index + 2).map { $0 | 0x20 } == 0x78
            let start = index + (isHexadecimal ? 3 : 2)
            guard let (value, count) = number(from: start, radix: isHexadecimal ? 16 : 10),
                let meaning = character(value)
            else { return nil }
            let end = start + count
            return (end - index + (byte(end) == 0x3B ? 1 : 0), meaning)
        }
        var end = index + 1
        while let letter = byte(end), end - index < 9, (0x41...0x7A).contains(letter) { end += 1 }
        guard byte(end) == 0x3B else { return nil }
        let name = String(decoding: text[index + 1..<end], as: UTF8.self)
        return EscapeReader.entities[name].map { (end + 1 - index, $0) }
    }

    /// The length of a terminal's control sequence (ECMA-48, section 5.4), and of an escape that begins none.
    private func control(at index: Int) -> Int {
        guard byte(index + 1) == 0x5B else { return 1 }
        var end = index + 2
        while let next = byte(end), (0x20...0x3F).contains(next), end - index < 32 { end += 1 }
        guard let last = byte(end), (0x40...0x7E).contains(last) else { return 1 }
        return end + 1 - index
    }

    /// The break and the blanks behind it, between two digits of base64.
    private func breakInBase64(at index: Int) -> (Int, [UInt8])? {
        guard index >= EscapeReader.longLine, (index - EscapeReader.longLine..<index).allSatisfy(isBase64) else {
            return nil
        }
        var end = index + 1
        while let blank = byte(end), [0x0A, 0x0D, 0x20, 0x09].contains(blank) { end += 1 }
        return isBase64(end) ? (end - index, []) : nil
    }

    private func isBase64(_ index: Int) -> Bool {
        guard let byte = byte(index) else { return false }
        return switch byte {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2B, 0x2D, 0x2F, 0x5F: true
        default: false
        }
    }

    /// A character that nobody sees: it stands for nothing.
    private func invisible(at index: Int) -> (Int, [UInt8])? {
        let length = text[index] < 0xE0 ? 2 : text[index] < 0xF0 ? 3 : 4
        guard index + length <= text.count else { return nil }
        var value = UInt32(text[index]) & (0x7F >> UInt32(length))
        for place in index + 1..<index + length { value = value << 6 | UInt32(text[place] & 0x3F) }
        switch value {
        case 0x80...0x9F, 0xAD, 0x34F, 0x61C, 0x115F...0x1160, 0x17B4...0x17B5, 0x180B...0x180F, 0x200B...0x200F,
            0x2028...0x202E, 0x2060...0x206F, 0x3164, 0xFE00...0xFE0F, 0xFEFF, 0xFFA0, 0xFFF0...0xFFFB,
            0xE0000...0xE0FFF:
            return (length, [])
        default: return nil
        }
    }

    /// The names that HTML has for signs of ASCII (HTML Living Standard, section 13.5), which secrets are made of.
    private static let entities: [String: [UInt8]] = [
        "amp": "&", "AMP": "&", "lt": "<", "LT": "<", "gt": ">", "GT": ">", "quot": "\"", "QUOT": "\"", "apos": "'",
        "nbsp": " ", "excl": "!", "num": "#", "dollar": "$", "percnt": "%", "lpar": "(", "rpar": ")", "ast": "*",
        "midast": "*", "plus": "+", "comma": ",", "period": ".", "sol": "/", "colon": ":", "semi": ";", "equals": "=",
        "quest": "?", "commat": "@", "lsqb": "[", "lbrack": "[", "bsol": "\\", "rsqb": "]", "rbrack": "]", "Hat": "^",
        "lowbar": "_", "UnderBar": "_", "grave": "`", "lcub": "{", "lbrace": "{", "verbar": "|", "vert": "|",
        "rcub": "}", "rbrace": "}", "hyphen": "-", "shy": "", "zwj": "", "zwnj": "", "dash": "-", "tilde": "~",
        "Tab": "\t", "NewLine": "\n",
    ].mapValues { Array($0.utf8) }
}
