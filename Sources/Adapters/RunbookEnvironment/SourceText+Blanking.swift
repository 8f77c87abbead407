internal import RunbookModel

extension SourceText {
    /// The text with parts of it blanked, its bytes kept in place.
    func blanking(_ ranges: [Range<Int>]) -> SourceText {
        if ranges.isEmpty { return self }
        var bytes = bytes
        for range in ranges {
            for index in range.clamped(to: bytes.indices) where bytes[index] != 0x0A && bytes[index] != 0x0D {
                bytes[index] = UInt8(ascii: "*")
            }
        }
        return SourceText(file: file, bytes: bytes)
    }
}
