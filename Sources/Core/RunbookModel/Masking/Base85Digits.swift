/// Base85 around a secret: RFC 1924 as Python and Git have it, Ascii85 of PostScript and PDF, and Z85 of ZeroMQ.
enum Base85Digits {
    private static let alphabets = [
        "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz!#$%&()*+-;<=>?@^_`{|}~",
        "!\"#$%&'()*+,-./0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[\\]^_`abcdefghijklmnopqrstu",
        "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ.-:+=^!/*?&<>()[]{}@%$#",
    ].map { Array($0.utf8) }

    /// The digits of bytes that are somewhere in what is encoded: at each of the four alignments, and to the end where
    /// the bytes are the whole text.
    static func forms(of bytes: [UInt8]) -> Set<[UInt8]> {
        var forms: Set<[UInt8]> = []
        for alphabet in alphabets {
            for skipped in 0..<4 {
                let groups = bytes.dropFirst(skipped)
                let whole = groups.prefix(groups.count / 4 * 4)
                let form = digits(of: whole, alphabet)
                if form.count >= Masker.minimumLength + 2 { forms.insert(form) }
                guard skipped == 0, whole.count < bytes.count else { continue }
                let rest = bytes.count - whole.count
                let padded = Array(bytes[whole.count...]) + [UInt8](repeating: 0, count: 4 - rest)
                forms.insert(form + digits(of: padded[...], alphabet).prefix(rest + 1))
            }
        }
        return forms
    }

    private static func digits(of bytes: ArraySlice<UInt8>, _ alphabet: [UInt8]) -> [UInt8] {
        var digits: [UInt8] = []
        for start in stride(from: bytes.startIndex, to: bytes.endIndex, by: 4) {
            var value = bytes[start..<start + 4].reduce(UInt32(0)) { $0 << 8 | UInt32($1) }
            var group: [UInt8] = []
            for _ in 0..<5 {
                group.append(alphabet[Int(value % 85)])
                value /= 85
            }
            digits += group.reversed()
        }
        return digits
    }
}
