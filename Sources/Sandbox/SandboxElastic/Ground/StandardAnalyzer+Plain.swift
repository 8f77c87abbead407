/// Text of ASCII characters, which most texts are: bytes are enough to find its words.
extension StandardAnalyzer {
    private enum Kind: UInt8 { case other, letter, digit, joiner }

    /// What the bytes of ASCII are.
    private static let kinds: [Kind] = (0..<128).map { (byte: UInt8) in
        switch byte {
        case 0x30...0x39: .digit
        case 0x41...0x5A, 0x61...0x7A: .letter
        case 0x5F: .joiner
        default: .other
        }
    }

    /// The words in small letters; nil for text with other characters.
    static func plainTokens(_ text: String) -> [String]? {
        text.utf8.withContiguousStorageIfAvailable { bytes in
            bytes.allSatisfy { $0 < 0x80 } ? tokens(of: bytes) : nil
        } ?? nil
    }

    private static func tokens(of bytes: UnsafeBufferPointer<UInt8>) -> [String] {
        var tokens: [String] = []
        var word: [UInt8] = []
        // Joiners alone do not make a word.
        var hasContent = false
        func finish() {
            if hasContent { tokens.append(String(decoding: word, as: UTF8.self)) }
            word.removeAll(keepingCapacity: true)
            hasContent = false
        }
        for (index, byte) in bytes.enumerated() {
            let kind = kinds[Int(byte)]
            if kind == .other {
                guard let last = word.last, index + 1 < bytes.count, joins(last, byte, bytes[index + 1]) else {
                    finish()
                    continue
                }
            }
            if word.count >= longest { finish() }
            word.append((0x41...0x5A).contains(byte) ? byte | 0x20 : byte)
            hasContent = hasContent || kind != .joiner
        }
        finish()
        return tokens
    }

    /// Whether a mark between two characters keeps them together.
    private static func joins(_ left: UInt8, _ mark: UInt8, _ right: UInt8) -> Bool {
        switch (kinds[Int(left)], kinds[Int(right)]) {
        case (.letter, .letter): [0x27, 0x2E, 0x3A].contains(mark)
        case (.digit, .digit): [0x27, 0x2C, 0x2E, 0x3B].contains(mark)
        default: false
        }
    }
}
