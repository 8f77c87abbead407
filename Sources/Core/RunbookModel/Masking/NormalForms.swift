// The library has the normal forms of Unicode for its own comparisons, and without Foundation nobody else has them.
@_spi(_Unicode) import Swift

/// The ways in which Unicode (annex 15) writes the same characters.
enum NormalForms {
    /// The text composed and decomposed; systems of files and databases change one into the other.
    static func all(of text: String) -> Set<[UInt8]> {
        if text.utf8.allSatisfy({ $0 < 0x80 }) { return [Array(text.utf8)] }
        return [Array(text.utf8), bytes(text._nfd), bytes(text._nfc)]
    }

    /// UTF-8 that somebody has read as Latin-1, and written as UTF-8.
    static func misread(_ bytes: [UInt8]) -> [UInt8] {
        bytes.flatMap { $0 < 0x80 ? [$0] : [0xC0 | $0 >> 6, 0x80 | $0 & 0x3F] }
    }

    private static func bytes(_ scalars: some Sequence<Unicode.Scalar>) -> [UInt8] {
        Array(scalars.reduce(into: "") { $0.unicodeScalars.append($1) }.utf8)
    }
}
