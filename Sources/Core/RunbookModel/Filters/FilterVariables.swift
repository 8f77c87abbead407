/// The `$name` variables that a filter uses.
public enum FilterVariables {
    /// One use.
    public struct Reference: Sendable, Hashable {
        /// The name without `$`.
        public let name: String
        /// Where `$name` stands, in UTF-8 bytes.
        public let range: Range<Int>
    }

    /// The uses in order.
    public static func references(in filter: String) -> [Reference] {
        let bytes = Array(filter.utf8)
        var found: [Reference] = []
        var index = 0
        while index < bytes.count {
            guard bytes[index] == UInt8(ascii: "$") else {
                index += 1
                continue
            }
            var end = index + 1
            while end < bytes.count, ValueName.isNameByte(bytes[end]) { end += 1 }
            if end > index + 1 {
                found.append(Reference(name: String(decoding: bytes[(index + 1)..<end], as: UTF8.self), range: index..<end))
            }
            index = end
        }
        return found
    }
}
