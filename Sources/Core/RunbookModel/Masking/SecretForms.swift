import OrderedJSON

/// The forms in which a secret may be in a text whose escapes are undone and whose digits are read.
enum SecretForms {
    /// The secret and its parts; each plain, with escapes of its own undone, and in the encodings that change every
    /// byte: base64, base32, hexadecimal and decimal digits, quoted-printable.
    static func all(of secret: String) -> Set<[UInt8]> {
        SecretParts(of: secret).texts.reduce(into: Set<[UInt8]>()) { $0.formUnion(forms(of: $1)) }
            .filter { $0.count >= Masker.minimumLength }
    }

    // MARK: Forms

    private static func forms(of secret: String) -> Set<[UInt8]> {
        var plain = NormalForms.all(of: secret)
        // Forms write a blank so (application/x-www-form-urlencoded), and shells, tables and SQL a quotation mark.
        for (part, other) in [(" ", "+"), ("'", "'\\''"), ("'", "'\"'\"'"), ("'", "''"), ("\"", "\"\"")]
        where secret.contains(part) {
            plain.insert(Array(replaced(part, by: other, in: secret).utf8))
        }
        if let latin = latin1(secret) { plain.insert(latin) }
        plain.formUnion(plain.map(NormalForms.misread))
        plain.insert(quotedPrintable(Array(secret.utf8)))
        // Undone in the text, the secret's own escapes are undone, too.
        for form in plain {
            var view = PlainView(of: form)
            for _ in 0..<3 {
                guard let bytes = view?.bytes, plain.insert(bytes).inserted else { break }
                view = PlainView(of: bytes)
            }
        }
        // What begins an escape at the end of a secret is undone together with what follows it in the text.
        plain.formUnion(plain.map { form in Array(form.reversed().drop(while: escapes.contains).reversed()) })
        var forms = plain
        for bytes in plain {
            forms.formUnion(HexadecimalDigits.forms(of: bytes))
            forms.formUnion(Base64Digits.forms(of: bytes))
        }
        for units in wideUnits(secret) {
            forms.formUnion(HexadecimalDigits.plainForms(of: units))
            forms.formUnion(Base64Digits.forms(of: units))
        }
        forms.formUnion(Base32Digits.forms(of: Array(secret.utf8)))
        return forms
    }

    /// What an escape begins with.
    private static let escapes = Set("\\%&".utf8)

    /// The secret in UTF-16, in both orders of bytes.
    private static func wideUnits(_ secret: String) -> [[UInt8]] {
        [
            secret.utf16.flatMap { [UInt8(truncatingIfNeeded: $0), UInt8($0 >> 8)] },
            secret.utf16.flatMap { [UInt8($0 >> 8), UInt8(truncatingIfNeeded: $0)] },
        ]
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

    private static func replaced(_ part: String, by other: String, in text: String) -> String {
        text.split(separator: part, omittingEmptySubsequences: false).joined(separator: other)
    }
}
