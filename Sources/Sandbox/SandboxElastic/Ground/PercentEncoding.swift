/// The text behind `%xx` sequences; a broken sequence stays as it is.
///
/// - Parameter plusIsSpace: Whether `+` means a space, as it does in a query.
func percentDecoded(_ text: some StringProtocol, plusIsSpace: Bool = false) -> String {
    var bytes: [UInt8] = []
    var rest = Array(text.utf8)[...]
    while let byte = rest.popFirst() {
        if byte == UInt8(ascii: "%"), rest.count >= 2,
            let value = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16)
        {
            bytes.append(value)
            rest = rest.dropFirst(2)
        } else {
            bytes.append(plusIsSpace && byte == UInt8(ascii: "+") ? UInt8(ascii: " ") : byte)
        }
    }
    return String(decoding: bytes, as: UTF8.self)
}

/// The text as forms encode it, which the server does in `Location` too: a space as `+`, other characters as `%xx`.
func formEncoded(_ text: String) -> String {
    let digits = Array("0123456789ABCDEF")
    return text.utf8.reduce(into: "") { result, byte in
        let character = Character(Unicode.Scalar(byte))
        if character == " " {
            result.append("+")
        } else if character.isASCII, character.isLetter || character.isNumber || "-_.*".contains(character) {
            result.append(character)
        } else {
            result += "%\(digits[Int(byte >> 4)])\(digits[Int(byte & 15)])"
        }
    }
}

/// Why a text is not percent-encoded, as the server says it; nil where it is.
func brokenEscape(in text: some StringProtocol) -> String? {
    let bytes = Array(text.utf8)
    var place = 0
    while let percent = bytes[place...].firstIndex(of: UInt8(ascii: "%")) {
        let digits = bytes[(percent + 1)...].prefix(2)
        switch digits.count {
        case 0: return "unterminated escape sequence at end of string: \(text)"
        case 1: return "partial escape sequence at end of string: \(text)"
        default: break
        }
        let isHex = digits.allSatisfy { Character(Unicode.Scalar($0)).isHexDigit }
        if !isHex {
            let shown = String(decoding: bytes[percent..<(percent + 3)], as: UTF8.self)
            let index = String(decoding: bytes[..<percent], as: UTF8.self).utf16.count
            return "invalid escape sequence `\(shown)' at index \(index) of: \(text)"
        }
        place = percent + 3
    }
    return nil
}
