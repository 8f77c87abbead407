import OrderedJSON

/// What of a secret is secret by itself: the password in a URL, the key in a header, the members of an object as a text;
/// plain, and when what is encoded in it is decoded.
///
/// Who takes a secret from a response writes it in a manner of his own, and a later response has it in another one.
struct SecretParts {
    /// The secret and its parts, without those that are too short to be masked.
    let texts: Set<String>

    /// More parts are those of a document, whose texts are masked by their own captures.
    private static let most = 256
    /// A shorter text behind a colon may be a port, or the minutes of a time.
    private static let shortestKey = 8
    /// A shorter word in a text may be one of a language.
    private static let shortestToken = 16

    /// Takes a secret apart.
    init(of secret: String) {
        var texts: [String] = [secret]
        var known: Set<String> = [secret]
        var next = 0
        while next < texts.count {
            for part in SecretParts.parts(of: texts[next]) where texts.count < SecretParts.most {
                let isLong = part.unicodeScalars.count >= Masker.minimumLength
                if isLong, known.insert(part).inserted { texts.append(part) }
            }
            next += 1
        }
        self.texts = Set(texts.filter { $0.unicodeScalars.count >= Masker.minimumLength })
    }

    /// The parts of one text, the surest first.
    private static func parts(of text: String) -> [String] {
        var parts = keys(in: text)
        if let trimmed = trimmed(text) { parts.append(trimmed) }
        if let first = text.utf8.first, "{[\"".utf8.contains(first), let json = try? JSON(parsing: text) {
            return parts + json.leaves
        }
        for decoded in [Base64Digits.decoded(text), HexadecimalDigits.decoded(text)].compactMap(\.self) {
            parts.append(decoded)
            if let colon = decoded.firstIndex(of: ":") { parts.append(String(decoded[decoded.index(after: colon)...])) }
        }
        if let plain = PlainView(of: Array(text.utf8)), let undone = String(validating: plain.bytes, as: UTF8.self) {
            parts.append(undone)
        }
        return parts + credentials(in: text) + tokens(in: text)
    }

    private static func trimmed(_ text: String) -> String? {
        let bytes = text.utf8.drop { $0 <= 0x20 }
        let end = bytes.lastIndex { $0 > 0x20 } ?? bytes.startIndex
        guard !bytes.isEmpty, bytes.count < text.utf8.count || bytes.index(after: end) < bytes.endIndex else {
            return nil
        }
        return String(bytes[...end])
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

    /// What follows the name of a scheme, in a header or alone (RFC 9110, section 11.4).
    private static func credentials(in text: String) -> [String] {
        let words = text.utf8.split { $0 <= 0x20 }
        return zip(words, words.dropFirst()).compactMap { scheme, word in
            let name = String(scheme)?.lowercased()
            let isScheme = ["basic", "bearer", "apikey", "token"].contains { name?.hasSuffix($0) ?? false }
            return isScheme ? String(word) : nil
        }
    }

    /// The words of a text that no language has: long, with digits and letters or with letters of both cases.
    private static func tokens(in text: String) -> [String] {
        let bytes = text.utf8
        let wide = bytes.split { $0 <= 0x20 || "\"'`,;&?<>(){}[]|".utf8.contains($0) }.filter { word in
            // What has dots may be a host; a token has three parts (RFC 7519).
            let dots = word.count { $0 == UInt8(ascii: ".") }
            return dots == 0 || dots == 2 && word.starts(with: "ey".utf8)
        }
        let narrow = bytes.split { !isLetter($0) && !(0x30...0x39).contains($0) && $0 != 0x2D && $0 != 0x5F }.filter {
            // What is before a colon is the name of who has the key.
            bytes[..<$0.startIndex].last != UInt8(ascii: ".")
                && bytes[$0.endIndex...].first.map { $0 != UInt8(ascii: ".") && $0 != UInt8(ascii: ":") } ?? true
        }
        return (wide + narrow).filter { $0.count < bytes.count && isToken($0) }.compactMap { String($0) }
    }

    private static func isToken(_ word: Substring.UTF8View) -> Bool {
        guard word.count >= shortestToken else { return false }
        let hasLower = word.contains { (0x61...0x7A).contains($0) }
        let hasUpper = word.contains { (0x41...0x5A).contains($0) }
        let hasDigit = word.contains { (0x30...0x39).contains($0) }
        return (hasLower || hasUpper) && hasDigit || hasLower && hasUpper
    }

    private static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }
}
