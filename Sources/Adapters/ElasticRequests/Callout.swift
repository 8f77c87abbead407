/// `<1>` at the end of a line, which leads to a note below the block; AsciiDoc also counts by itself: `<.>`.
///
/// Pages show them; nobody sends them.
enum Callout {
    /// Where a callout ends that is at an offset; nil where none is.
    ///
    /// Only white space, or another one, may follow it on its line.
    static func end(in bytes: [UInt8], at start: Int) -> Int? {
        var index = start
        var first: Int?
        while let end = mark(in: bytes, at: index) {
            first = first ?? end
            index = bytes[end...].firstIndex { $0 != 0x20 && $0 != 0x09 && $0 != 0x0D } ?? bytes.count
            if index == bytes.count || bytes[index] == 0x0A { return first }
        }
        return nil
    }

    private static func mark(in bytes: [UInt8], at start: Int) -> Int? {
        guard start < bytes.count, bytes[start] == UInt8(ascii: "<") else { return nil }
        let digits = bytes[(start + 1)...].prefix(3).prefix { (0x30...0x39).contains($0) }
        let isCounted = bytes[(start + 1)...].first == UInt8(ascii: ".")
        let close = isCounted ? start + 2 : digits.endIndex
        guard isCounted || (1...2).contains(digits.count), close < bytes.count, bytes[close] == UInt8(ascii: ">") else {
            return nil
        }
        return close + 1
    }
}
