/// Base32 (RFC 4648, sections 6 and 7) around a secret.
enum Base32Digits {
    private static let alphabets = [
        "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567", "abcdefghijklmnopqrstuvwxyz234567", "0123456789ABCDEFGHIJKLMNOPQRSTUV",
        "0123456789abcdefghijklmnopqrstuv",
    ].map { Array($0.utf8) }

    /// The digits of bytes that are somewhere in what is encoded: at each of the five alignments, in both cases and alphabets.
    static func forms(of bytes: [UInt8]) -> Set<[UInt8]> {
        var forms: Set<[UInt8]> = []
        for alphabet in alphabets {
            for padding in 0..<5 {
                let form = DigitGroups.digits(of: bytes, after: padding, bits: 5, alphabet)
                if form.count >= Masker.minimumLength + 2 { forms.insert(form) }
            }
        }
        return forms
    }
}
