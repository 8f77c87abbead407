/// The first line of a YAML block that names what it asks for: `uses: FAMILY/NAME`.
public struct UsesLine: Sendable, Hashable {
    /// What is behind `uses:`, as it is written.
    public let text: String
    /// Where it is, in bytes from the beginning of the block.
    public let range: Range<Int>
    /// The word before the `/`; the whole text where there is none.
    public let family: String
    /// What is behind the `/`; nil where there is none.
    public let name: String?

    /// Reads the first line of a block; nil when it is another one.
    public init?(_ block: String) {
        let prefix = "uses:"
        guard block.hasPrefix(prefix) else { return nil }
        let line = block.utf8.prefix { $0 != 0x0A && $0 != 0x0D }
        let rest = line.dropFirst(prefix.utf8.count)
        let value = rest.drop { $0 == 0x20 || $0 == 0x09 }
        guard value.isEmpty || value.count < rest.count else { return nil }
        // A `#` behind a blank begins a comment.
        var end = value.startIndex
        var isBehindBlank = true
        for index in value.indices {
            let byte = value[index]
            if byte == UInt8(ascii: "#"), isBehindBlank { break }
            isBehindBlank = byte == 0x20 || byte == 0x09
            if !isBehindBlank { end = value.index(after: index) }
        }
        let start = line.distance(from: line.startIndex, to: value.startIndex)
        text = String(Substring(value[..<end]))
        range = start..<start + text.utf8.count
        let parts = text.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
        family = parts.first.map(String.init) ?? ""
        name = parts.count == 2 ? String(parts[1]) : nil
    }
}
