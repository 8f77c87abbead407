/// UTF-7 (RFC 2152), as some tools of Windows and mail still write.
enum UTF7Writer {
    /// What everybody writes as it is, and what a writer may.
    private static let direct = Set("'(),-./:? \t\r\n".utf8)
    private static let optional = Set("!\"#$%&*;<=>@[]^_`{|}".utf8)

    /// The text as a writer who encodes much and as one who encodes little write it.
    static func forms(of text: String) -> Set<[UInt8]> {
        [written(text, keeping: direct), written(text, keeping: direct.union(optional))]
    }

    private static func written(_ text: String, keeping kept: Set<UInt8>) -> [UInt8] {
        var written: [UInt8] = []
        var run: [UInt8] = []
        func close(before next: UInt8?) {
            guard !run.isEmpty else { return }
            if run == [0x00, UInt8(ascii: "+")] {
                written += "+-".utf8
            } else {
                let count = (run.count * 8 + 5) / 6
                let digits = DigitGroups.digits(of: run + [0, 0], after: 0, bits: 6, Base64Digits.alphabet).prefix(
                    count)
                written += [UInt8(ascii: "+")] + digits
                // What follows would be read as one more digit.
                if let next, Base64Digits.alphabet.contains(next) || next == UInt8(ascii: "-") {
                    written.append(UInt8(ascii: "-"))
                }
            }
            run = []
        }
        for unit in text.utf16 {
            let byte = UInt8(exactly: unit)
            if let byte, kept.contains(byte) || byte < 0x80 && isAlphanumeric(byte) {
                close(before: byte)
                written.append(byte)
            } else {
                run += [UInt8(unit >> 8), UInt8(truncatingIfNeeded: unit)]
            }
        }
        close(before: nil)
        return written
    }

    private static func isAlphanumeric(_ byte: UInt8) -> Bool {
        (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte | 0x20)
    }
}
