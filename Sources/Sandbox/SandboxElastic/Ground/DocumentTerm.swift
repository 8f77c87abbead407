/// The term that an id is kept as in an index, which decides on the slice that a document is in.
enum DocumentTerm {
    private static let text: UInt8 = 0xFF
    private static let digits: UInt8 = 0xFE
    private static let escape: UInt8 = 0xFD

    /// The bytes of an id: two digits in a byte, what base64 (RFC 4648, section 5) decodes to, or UTF-8.
    static func bytes(of id: String) -> [UInt8] {
        let bytes = Array(id.utf8)
        if !bytes.isEmpty, bytes.allSatisfy({ 0x30...0x39 ~= $0 }) {
            let pairs = stride(from: 0, to: bytes.count, by: 2).map { place -> UInt8 in
                let low = place + 1 < bytes.count ? bytes[place + 1] - 0x30 : 0x0F
                return (bytes[place] - 0x30) << 4 | low
            }
            return [digits] + pairs
        }
        guard let decoded = decoded(bytes), let first = decoded.first else { return [text] + bytes }
        return first >= escape ? [escape] + decoded : decoded
    }

    /// What base64 without padding decodes to; nil for a text that no bytes are encoded as.
    private static func decoded(_ text: [UInt8]) -> [UInt8]? {
        var result: [UInt8] = []
        var bits: UInt32 = 0
        var count = 0
        for byte in text {
            guard let value = value(byte) else { return nil }
            bits = (bits << 6 | value) & 0xFFFF
            count += 6
            if count >= 8 {
                count -= 8
                result.append(UInt8(truncatingIfNeeded: bits >> UInt32(count)))
            }
        }
        // What is left over must be nothing, as an encoder leaves it.
        return count == 6 || bits & (1 << UInt32(count) - 1) != 0 ? nil : result
    }

    private static func value(_ byte: UInt8) -> UInt32? {
        switch byte {
        case 0x41...0x5A: UInt32(byte) - 0x41
        case 0x61...0x7A: UInt32(byte) - 0x61 + 26
        case 0x30...0x39: UInt32(byte) - 0x30 + 52
        case UInt8(ascii: "-"): 62
        case UInt8(ascii: "_"): 63
        default: nil
        }
    }
}
