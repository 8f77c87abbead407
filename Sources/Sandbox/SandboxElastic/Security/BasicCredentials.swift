/// The name and the password of an `Authorization` header (RFC 7617).
struct BasicCredentials: Sendable {
    let user: String
    let password: String

    /// Reads them; nil when a header has none.
    init?(_ header: String) {
        guard let pair = BasicCredentials.decoded(header, scheme: "basic") else { return nil }
        (user, password) = pair
    }

    /// The two halves around the first colon of what is base64 behind a scheme.
    static func decoded(_ header: String, scheme: String) -> (String, String)? {
        let words = header.split(separator: " ", maxSplits: 1)
        guard words.count == 2, words[0].lowercased() == scheme, let bytes = base64(words[1]) else { return nil }
        guard let colon = bytes.firstIndex(of: UInt8(ascii: ":")) else { return nil }
        return (
            String(decoding: bytes[..<colon], as: UTF8.self), String(decoding: bytes[(colon + 1)...], as: UTF8.self)
        )
    }

    /// The bytes of base64 (RFC 4648, section 4); nil for anything else.
    private static func base64(_ text: Substring) -> [UInt8]? {
        var bytes: [UInt8] = []
        var bits = 0
        var count = 0
        for byte in text.utf8 {
            let value: Int
            switch byte {
            case 0x41...0x5A: value = Int(byte) - 0x41
            case 0x61...0x7A: value = Int(byte) - 0x61 + 26
            case 0x30...0x39: value = Int(byte) - 0x30 + 52
            case UInt8(ascii: "+"): value = 62
            case UInt8(ascii: "/"): value = 63
            case UInt8(ascii: "="), 0x20: continue
            default: return nil
            }
            bits = (bits << 6 | value) & 0xFFFF
            count += 6
            if count >= 8 {
                count -= 8
                bytes.append(UInt8(truncatingIfNeeded: bits >> count))
            }
        }
        return bytes
    }
}
