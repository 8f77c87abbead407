/// The forms in which a secret may be in a text whose escapes are undone and whose digits are read.
struct SecretForms: Sendable {
    /// The secret and its parts; each plain, with escapes of its own undone, as languages quote it, and in the encodings
    /// that change every byte: base64, base32, base85, hexadecimal and decimal digits, quoted-printable.
    private(set) var texts: Set<[UInt8]> = []
    /// The letters and digits of each, where they say enough.
    private(set) var letters: Set<[UInt8]> = []
    /// The plain ones from the last byte to the first: what is behind an ellipsis is the end of one.
    private(set) var reversed: Set<[UInt8]> = []

    /// No forms.
    init() {}

    /// The forms of a secret.
    init(of secret: String) {
        for part in SecretParts(of: secret).texts { add(part) }
    }

    /// Whether there is nothing to look for.
    var isEmpty: Bool { texts.isEmpty }

    /// Adds the forms of other secrets.
    mutating func formUnion(_ other: SecretForms) {
        texts.formUnion(other.texts)
        letters.formUnion(other.letters)
        reversed.formUnion(other.reversed)
    }

    // MARK: Forms

    private mutating func add(_ secret: String) {
        let bytes = Array(secret.utf8)
        var plain = NormalForms.all(of: secret)
        plain.formUnion(plain.flatMap { Quoting.forms(of: $0, Quoting.common) })
        if let latin = SecretForms.latin1(secret) { plain.insert(latin) }
        plain.formUnion(plain.map(NormalForms.misread))
        plain.insert(SecretForms.quotedPrintable(bytes))
        // Undone in the text, the secret's own escapes are undone, too.
        for form in plain {
            var view = PlainView(of: form)
            for _ in 0..<3 {
                guard let bytes = view?.bytes, plain.insert(bytes).inserted else { break }
                view = PlainView(of: bytes)
            }
        }
        // What begins an escape at the end of a secret is undone together with what follows it in the text.
        plain.formUnion(
            plain.map { form in Array(form.reversed().drop(while: SecretForms.escapes.contains).reversed()) })
        var forms = plain
        for bytes in plain {
            forms.formUnion(HexadecimalDigits.forms(of: bytes))
            forms.formUnion(Base64Digits.forms(of: bytes))
        }
        for units in SecretForms.wideUnits(secret) {
            forms.formUnion(HexadecimalDigits.plainForms(of: units))
            forms.formUnion(Base64Digits.forms(of: units))
        }
        forms.formUnion(Base32Digits.forms(of: bytes))
        if bytes.count <= SecretForms.longest {
            forms.formUnion(plain.flatMap { Quoting.forms(of: $0, Quoting.rare) })
            forms.formUnion(Base85Digits.forms(of: bytes))
            forms.formUnion(UTF7Writer.forms(of: secret))
            reversed.formUnion(plain.filter { $0.count >= Masker.minimumLength }.map { $0.reversed() })
        }
        texts.formUnion(forms.filter { $0.count >= Masker.minimumLength })
        let letters = LettersView.letters(of: bytes)
        if LettersView.areTelling(letters) { self.letters.insert(letters) }
    }

    /// A longer secret is a document, which nobody quotes sign by sign.
    private static let longest = 16 << 10

    /// What an escape begins with.
    private static let escapes = Set("\\%&".utf8)

    /// The secret in UTF-16 and UTF-32, in both orders of bytes.
    private static func wideUnits(_ secret: String) -> [[UInt8]] {
        let units = secret.utf16.map { [UInt8($0 >> 8), UInt8(truncatingIfNeeded: $0)] }
        let scalars = secret.unicodeScalars.map { scalar in
            [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: scalar.value >> UInt32($0)) }
        }
        return [units, scalars].flatMap { [$0.flatMap(\.self), $0.flatMap { $0.reversed() }] }
    }

    private static func latin1(_ text: String) -> [UInt8]? {
        guard text.unicodeScalars.allSatisfy({ $0.value < 256 }) else { return nil }
        return text.unicodeScalars.map { UInt8($0.value) }
    }

    /// RFC 2045, section 6.7.
    private static func quotedPrintable(_ bytes: [UInt8]) -> [UInt8] {
        bytes.flatMap { byte in
            (0x21...0x7E).contains(byte) && byte != 0x3D || byte == 0x20
                ? [byte] : [0x3D] + HexadecimalDigits.upper[Int(byte)]
        }
    }
}
