import OrderedJSON

/// The forms in which a secret may be in a text whose escapes are undone.
enum SecretForms {
    /// The secret and what it says when it is decoded; each plain, with escapes of its own undone, and in the encodings
    /// that change every byte: base64, base32, hexadecimal and decimal digits, quoted-printable.
    static func all(of secret: String) -> Set<[UInt8]> {
        twins(of: secret).reduce(into: Set<[UInt8]>()) { $0.formUnion(forms(of: $1)) }
            .filter { $0.count >= Masker.minimumLength }
    }

    // MARK: Twins

    /// The secret, and what it is the encoded form of: an API key beside its encoded twin, the password in the
    /// credentials of a header.
    private static func twins(of secret: String) -> Set<String> {
        var twins: Set<String> = [secret]
        for scheme in ["Basic ", "Bearer ", "ApiKey "] where secret.hasPrefix(scheme) {
            twins.insert(String(secret.dropFirst(scheme.count)))
        }
        for text in twins { twins.formUnion(keys(in: text)) }
        for text in twins {
            for decoded in [Base64Digits.decoded(text), HexadecimalDigits.decoded(text)].compactMap(\.self) {
                twins.insert(decoded)
                if let colon = decoded.firstIndex(of: ":") {
                    twins.insert(String(decoded[decoded.index(after: colon)...]))
                }
            }
        }
        return twins.filter { $0.unicodeScalars.count >= Masker.minimumLength }
    }

    /// What is secret in `user:password` and `id:key`, alone or in a URL: what is before the colon is shown to
    /// everybody.
    private static func keys(in secret: String) -> [String] {
        var pair = Substring(secret)
        if let scheme = pair.firstRange(of: "://") {
            guard let end = pair[scheme.upperBound...].firstIndex(of: "@") else { return [] }
            pair = pair[scheme.upperBound..<end]
        }
        guard let colon = pair.firstIndex(of: ":"), !pair.contains(" "), !pair.contains("\n") else { return [] }
        let key = pair[pair.index(after: colon)...]
        return key.unicodeScalars.count >= shortestKey ? [String(key)] : []
    }

    /// A shorter text behind a colon may be a port, or the minutes of a time.
    private static let shortestKey = 8

    // MARK: Forms

    private static func forms(of secret: String) -> Set<[UInt8]> {
        var plain: Set<[UInt8]> = [Array(secret.utf8)]
        // Forms write a blank so (application/x-www-form-urlencoded), and shells, tables and SQL a quotation mark.
        for (part, other) in [(" ", "+"), ("'", "'\\''"), ("'", "'\"'\"'"), ("'", "''"), ("\"", "\"\"")]
        where secret.contains(part) {
            plain.insert(Array(replaced(part, by: other, in: secret).utf8))
        }
        if let latin = latin1(secret) { plain.insert(latin) }
        plain.insert(quotedPrintable(Array(secret.utf8)))
        // Undone in the text, the secret's own escapes are undone, too.
        for form in plain {
            var view = PlainView(of: form)
            for _ in 0..<3 {
                guard let bytes = view?.bytes, plain.insert(bytes).inserted else { break }
                view = PlainView(of: bytes)
            }
        }
        var forms = plain
        for bytes in plain { forms.formUnion(HexadecimalDigits.forms(of: bytes)) }
        for bytes in plain.union(written(secret)) { forms.formUnion(Base64Digits.forms(of: bytes)) }
        let bytes = Array(secret.utf8)
        forms.formUnion(Base64Digits.formsTwice(of: bytes))
        // One in the other.
        for digits in Base64Digits.forms(of: bytes) { forms.formUnion(HexadecimalDigits.plainForms(of: digits)) }
        for digits in HexadecimalDigits.plainForms(of: bytes) { forms.formUnion(Base64Digits.forms(of: digits)) }
        for units in wideUnits(secret) { forms.formUnion(HexadecimalDigits.plainForms(of: units)) }
        forms.formUnion(Base32Digits.forms(of: Array(secret.utf8)))
        return forms
    }

    /// What others make of the secret before they write all of it in base64: escapes in the manners of several writers
    /// of JSON and of URLs, and wider units.
    private static func written(_ secret: String) -> Set<[UInt8]> {
        let short = JSON.escaped(secret)
        var texts: Set<String> = [
            short, replaced("/", by: "\\/", in: short), units(short) { $0 < 0x80 },
            units(short) { $0 < 0x80 && !"<>&".utf16.contains($0) },
            units(short) { $0 < 0x80 && !"<>&='".utf16.contains($0) },
        ]
        if let encoded = HoleContext.urlQuery.render(.string(secret)) {
            texts.formUnion([
                encoded, replaced("%2F", by: "/", in: encoded), replaced("%20", by: "+", in: encoded),
            ])
        }
        return Set(texts.map { Array($0.utf8) }).union(wideUnits(secret))
    }

    /// The secret in UTF-16, in both orders of bytes.
    private static func wideUnits(_ secret: String) -> [[UInt8]] {
        [
            secret.utf16.flatMap { [UInt8(truncatingIfNeeded: $0), UInt8($0 >> 8)] },
            secret.utf16.flatMap { [UInt8($0 >> 8), UInt8(truncatingIfNeeded: $0)] },
        ]
    }

    /// A text in which the units that may not stay are written as `\uXXXX`.
    private static func units(_ text: String, staying: (UInt16) -> Bool) -> String {
        let digits = Array("0123456789abcdef")
        return text.utf16.reduce(into: "") { result, unit in
            if staying(unit), let scalar = Unicode.Scalar(unit) {
                result.unicodeScalars.append(scalar)
            } else {
                result += "\\u"
                for shift in [12, 8, 4, 0] { result.append(digits[Int(unit >> shift & 15)]) }
            }
        }
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
