/// Bytes as numbers, one after another.
enum HexadecimalDigits {
    /// The two digits of each byte, in small letters.
    static let lower = table("0123456789abcdef")
    /// The two digits of each byte, in capitals.
    static let upper = table("0123456789ABCDEF")

    private static func table(_ digits: String) -> [[UInt8]] {
        let digits = Array(digits.utf8)
        return (0..<256).map { [digits[$0 >> 4], digits[$0 & 15]] }
    }

    /// The digits in both cases, together and with signs between; and as decimal numbers, as lists of bytes are written.
    static func forms(of bytes: [UInt8]) -> Set<[UInt8]> {
        var forms: Set<[UInt8]> = []
        for table in [lower, upper] {
            for separator in ["", ":", "-", " ", ", 0x", ",0x", " 0x"] {
                forms.insert(Array(bytes.map { table[Int($0)] }.joined(separator: Array(separator.utf8))))
            }
        }
        for separator in [",", ", ", " "] {
            forms.insert(Array(bytes.map { Array(String($0).utf8) }.joined(separator: Array(separator.utf8))))
            // The bytes of Java have a sign.
            forms.insert(
                Array(bytes.map { Array(String(Int8(bitPattern: $0)).utf8) }.joined(separator: Array(separator.utf8))))
        }
        return forms
    }

    /// The digits in both cases, together.
    static func plainForms(of bytes: [UInt8]) -> [[UInt8]] {
        [lower, upper].map { table in bytes.flatMap { table[Int($0)] } }
    }

    /// What a text is the hexadecimal form of, when that is readable; nil for anything else.
    static func decoded(_ text: String) -> String? {
        let digits = Array(text.utf8)
        guard digits.count >= 16, digits.count % 2 == 0 else { return nil }
        var bytes: [UInt8] = []
        for index in stride(from: 0, to: digits.count, by: 2) {
            guard let byte = UInt8(String(decoding: digits[index...index + 1], as: UTF8.self), radix: 16) else {
                return nil
            }
            bytes.append(byte)
        }
        return DigitGroups.readable(bytes)
    }
}
