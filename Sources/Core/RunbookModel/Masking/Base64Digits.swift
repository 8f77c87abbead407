/// Base64 (RFC 4648, sections 4 and 5) around a secret.
enum Base64Digits {
    /// The digits in the order of their values.
    static let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
    private static let urlAlphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_".utf8)

    /// Fewer digits would be found in any text.
    private static let minimum = Masker.minimumLength + 2

    /// The digits of bytes that are somewhere in what is encoded: at each of the three alignments, in both alphabets.
    static func forms(of bytes: [UInt8]) -> Set<[UInt8]> {
        forms(of: bytes, alphabet).union(forms(of: bytes, urlAlphabet))
    }

    private static func forms(of bytes: [UInt8], _ alphabet: [UInt8]) -> Set<[UInt8]> {
        Set((0..<3).map { DigitGroups.digits(of: bytes, after: $0, bits: 6, alphabet) }.filter { $0.count >= minimum })
    }

    /// What a text is the base64 of, when that is readable; nil for anything else.
    static func decoded(_ text: String) -> String? {
        var digits = Array(text.utf8)
        while digits.last == UInt8(ascii: "=") { digits.removeLast() }
        guard digits.count >= 8, digits.count % 4 != 1 else { return nil }
        var bytes: [UInt8] = []
        var (value, bits) = (0, 0)
        for digit in digits {
            guard let six = alphabet.firstIndex(of: digit) ?? urlAlphabet.firstIndex(of: digit) else { return nil }
            value = value << 6 | six
            bits += 6
            if bits >= 8 {
                bits -= 8
                bytes.append(UInt8(truncatingIfNeeded: value >> bits))
            }
            value &= 0xFF
        }
        return DigitGroups.readable(bytes)
    }
}
