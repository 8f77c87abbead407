/// Percent-encoding of what authors write in URLs (RFC 3986, section 2).
package enum PercentEncoding {
    /// Which part of a URL a text is in.
    package enum Part {
        /// The path.
        case path
        /// The query.
        case query
        /// A query whose `+` means what servers take it for, a space.
        case formQuery
    }

    /// The text with every byte encoded that cannot be in the part; what is encoded already stays.
    ///
    /// As in the Kibana Console, a `+` in a query means a plus, which servers read only as `%2B`; not in a form's.
    package static func encoded(_ text: some Sequence<UInt8>, in part: Part) -> String {
        let bytes = Array(text)
        var result: [UInt8] = []
        for (index, byte) in bytes.enumerated() {
            let isEncoded =
                byte == UInt8(ascii: "%") && index + 2 < bytes.count && hexValue(bytes[index + 1]) != nil
                && hexValue(bytes[index + 2]) != nil
            if isEncoded || isAllowed(byte, in: part) {
                result.append(byte)
            } else {
                result += [UInt8(ascii: "%"), hexDigits[Int(byte >> 4)], hexDigits[Int(byte & 15)]]
            }
        }
        return String(decoding: result, as: UTF8.self)
    }

    /// The text with `%XX` replaced by the byte it stands for.
    package static func decoded(_ text: some StringProtocol) -> String {
        guard text.utf8.contains(UInt8(ascii: "%")) else { return String(text) }
        return String(decoding: decodedBytes(Array(text.utf8)), as: UTF8.self)
    }

    /// The bytes with each `%XX` replaced by the byte it stands for.
    package static func decodedBytes(_ bytes: [UInt8]) -> [UInt8] {
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count)
        var index = 0
        while index < bytes.count {
            if bytes[index] == UInt8(ascii: "%"), index + 2 < bytes.count, let high = hexValue(bytes[index + 1]),
                let low = hexValue(bytes[index + 2])
            {
                result.append(high << 4 | low)
                index += 3
            } else {
                result.append(bytes[index])
                index += 1
            }
        }
        return result
    }

    /// The bytes with each `%XX` replaced, and where each of them comes from.
    package static func decodedWithOrigins(_ bytes: ArraySlice<UInt8>) -> (bytes: [UInt8], origins: [Range<Int>]) {
        var decoded: [UInt8] = []
        var origins: [Range<Int>] = []
        var index = bytes.startIndex
        while index < bytes.endIndex {
            let code = Array(bytes[index...].prefix(3))
            let byte = code.count == 3 ? decodedBytes(code) : []
            let length = byte.count == 1 ? 3 : 1
            decoded.append(byte.count == 1 ? byte[0] : bytes[index])
            origins.append(index..<index + length)
            index += length
        }
        return (decoded, origins)
    }

    private static let hexDigits = Array("0123456789ABCDEF".utf8)

    /// What a hexadecimal digit counts; nil for any other byte.
    package static func hexValue(_ byte: UInt8) -> UInt8? {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
        case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
        case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
        default: nil
        }
    }

    private static func isAllowed(_ byte: UInt8, in part: Part) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"):
            true
        case UInt8(ascii: "?"): part != .path
        case UInt8(ascii: "+"): part != .query
        default: "-._~!$&'()*,;=:@/".utf8.contains(byte)
        }
    }
}
