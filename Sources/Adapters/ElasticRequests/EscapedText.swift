/// Texts in which characters are written as escapes, as JSON and YAML have them.
enum EscapedText {
    /// The text with `\u0070` and `\x70` replaced by the character, as far as it is of ASCII.
    ///
    /// It is for texts that cannot be parsed: a name in them that is searched has only such characters.
    static func plain(_ text: some Collection<UInt8>) -> [UInt8] {
        var bytes = Array(text)
        guard bytes.contains(UInt8(ascii: "\\")) else { return bytes }
        var end = 0
        var index = 0
        while index < bytes.count {
            let (byte, length) = character(in: bytes[index...])
            bytes[end] = byte
            end += 1
            index += length
        }
        bytes.removeLast(bytes.count - end)
        return bytes
    }

    /// The first byte of a text, or the character of the escape that it begins, and how long that is.
    private static func character(in text: ArraySlice<UInt8>) -> (byte: UInt8, length: Int) {
        guard let first = text.first else { return (0, 1) }
        guard first == UInt8(ascii: "\\"), let kind = text.dropFirst().first else { return (first, 1) }
        let digits = kind == UInt8(ascii: "u") ? 4 : kind == UInt8(ascii: "x") ? 2 : 0
        let hex = String(decoding: text.dropFirst(2).prefix(digits), as: UTF8.self)
        guard digits > 0, hex.utf8.count == digits, let code = UInt8(hex, radix: 16), code < 0x80 else {
            return (first, 1)
        }
        return (code, 2 + digits)
    }
}
