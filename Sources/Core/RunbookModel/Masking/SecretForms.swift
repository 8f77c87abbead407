import OrderedJSON

/// The forms in which a secret may stand in a text.
enum SecretForms {
    /// The secret as it is, escaped in JSON in the manners of several writers (once and twice), percent-encoded, and in
    /// both alphabets of base64 at each of the three alignments.
    static func all(of secret: String) -> Set<[UInt8]> {
        let plain = Array(secret.utf8)
        var texts: Set<String> = [secret]
        for escaped in jsonForms(of: secret) { texts.formUnion([escaped, JSON.escaped(escaped)]) }
        if let encoded = HoleContext.urlQuery.render(.string(secret)) {
            // Servers may write the digits small, and a space as forms do (application/x-www-form-urlencoded).
            texts.formUnion([encoded, lowerCased(encoded), replaced("%20", by: "+", in: encoded)])
        }
        var forms = Set(texts.map { Array($0.utf8) })
        for padding in 0..<3 {
            let form = base64(plain, padding: padding)
            guard form.count >= Masker.minimumLength + 2 else { continue }
            forms.insert(form)
            forms.insert(
                form.map {
                    $0 == UInt8(ascii: "+") ? UInt8(ascii: "-") : $0 == UInt8(ascii: "/") ? UInt8(ascii: "_") : $0
                })
        }
        return forms
    }

    /// The content of a JSON string: the shortest form, with `\/`, and in ASCII alone (RFC 8259, section 7).
    private static func jsonForms(of secret: String) -> [String] {
        let short = JSON.escaped(secret)
        return [
            short, replaced("/", by: "\\/", in: short), inASCII(short, "0123456789abcdef"),
            inASCII(short, "0123456789ABCDEF"),
        ]
    }

    private static func inASCII(_ text: String, _ alphabet: String) -> String {
        let digits = Array(alphabet)
        return text.utf16.reduce(into: "") { result, unit in
            if unit < 0x80 {
                result.unicodeScalars.append(Unicode.Scalar(UInt8(unit)))
            } else {
                result += "\\u"
                for shift in [12, 8, 4, 0] { result.append(digits[Int(unit >> shift & 15)]) }
            }
        }
    }

    /// Percent-encoded text with small hexadecimal digits; the rest stays as it is.
    private static func lowerCased(_ encoded: String) -> String {
        var position = 0
        var last = -3
        return encoded.reduce(into: "") { result, character in
            if character == "%" { last = position }
            result += position - last <= 2 ? character.lowercased() : String(character)
            position += 1
        }
    }

    private static func replaced(_ part: String, by other: String, in text: String) -> String {
        text.split(separator: part, omittingEmptySubsequences: false).joined(separator: other)
    }

    /// The base64 digits that are decided by the secret alone when `padding` bytes stand before it.
    private static func base64(_ bytes: [UInt8], padding: Int) -> [UInt8] {
        let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
        let all = [UInt8](repeating: 0, count: padding) + bytes
        let bits = all.count * 8
        var digits: [UInt8] = []
        var bit = (padding * 8 + 5) / 6 * 6
        while bit + 6 <= bits {
            var value = 0
            for offset in 0..<6 {
                let position = bit + offset
                value = value << 1 | Int(all[position / 8] >> UInt8(7 - position % 8) & 1)
            }
            digits.append(alphabet[value])
            bit += 6
        }
        return digits
    }
}
