import RunbookBodies
import RunbookModel

extension Placeholder {
    /// The first placeholder in a literal path; the names of date math, such as `<logs-{now/d}>`, do not count.
    ///
    /// What is percent-encoded is looked at as what it stands for.
    static func first(inPath bytes: ArraySlice<UInt8>) -> Range<Int>? {
        if let place = PathPlaceholder.first(in: bytes) { return place }
        var text = bytes
        var origins: [Range<Int>] = []
        // What was encoded twice says the same.
        for _ in 0..<3 where text.contains(UInt8(ascii: "%")) {
            let (decoded, places) = PercentEncoding.decodedWithOrigins(text)
            if decoded.count == text.count { return nil }
            let before = origins
            origins = places.map { place in
                before.isEmpty ? place : before[place.lowerBound].lowerBound..<before[place.upperBound - 1].upperBound
            }
            text = decoded[...]
            if let place = PathPlaceholder.first(in: text, isDecoded: true) {
                return origins[place.lowerBound].lowerBound..<origins[place.upperBound - 1].upperBound
            }
        }
        return nil
    }

    /// Whether an authority, the server in a URL, has one anywhere.
    static func isIn(authority bytes: [UInt8]) -> Bool {
        if bytes.contains(where: { "<>{}*()%$|#".utf8.contains($0) }) { return true }
        // Brackets contain only IPv6 addresses, which have colons.
        if let open = bytes.firstIndex(of: UInt8(ascii: "[")) {
            let inner = bytes[(open + 1)...].prefix { $0 != UInt8(ascii: "]") }
            if !inner.contains(UInt8(ascii: ":")) { return true }
        }
        let labels = bytes.split { ".:@".utf8.contains($0) }
        let names = labels.filter { $0.contains { !(0x30...0x39).contains($0) } }
        return labels.contains { isWord($0, isPath: false) || isHostWord($0) }
            || !names.isEmpty && names.allSatisfy { $0.allSatisfy { $0 | 0x20 == UInt8(ascii: "x") } }
    }
}
