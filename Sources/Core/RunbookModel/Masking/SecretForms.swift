import OrderedJSON

/// The forms in which a secret may stand in a text.
enum SecretForms {
    /// The secret as it is, escaped in JSON (once and twice), percent-encoded, and in base64 at each of the three
    /// alignments.
    static func all(of secret: String) -> Set<[UInt8]> {
        var forms: Set<[UInt8]> = []
        let plain = Array(secret.utf8)
        forms.insert(plain)
        let escaped = JSON.escaped(secret)
        forms.insert(Array(escaped.utf8))
        forms.insert(Array(JSON.escaped(escaped).utf8))
        if let encoded = HoleContext.urlQuery.render(.string(secret)) { forms.insert(Array(encoded.utf8)) }
        for padding in 0..<3 {
            let form = base64(plain, padding: padding)
            if form.count >= Masker.minimumLength + 2 { forms.insert(form) }
        }
        return forms
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
