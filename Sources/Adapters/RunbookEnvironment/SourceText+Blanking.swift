internal import RunbookModel

extension SourceText {
    /// The shortest text that is also looked for elsewhere: shorter ones are parts of words.
    private static let shortest = 4

    /// The text with parts of it blanked, its bytes kept in place.
    ///
    /// What is in one of the parts is blanked wherever it stands: people repeat a password in a comment.
    func blanking(_ ranges: [Range<Int>]) -> SourceText {
        if ranges.isEmpty { return self }
        var bytes = bytes
        // With many parts nearly everything is blanked already, and each would be looked for in the whole file.
        let repeated = ranges.count > 64 ? [] : ranges.flatMap(repetitions)
        for range in ranges + repeated {
            for index in range.clamped(to: bytes.indices) where bytes[index] != 0x0A && bytes[index] != 0x0D {
                bytes[index] = UInt8(ascii: "*")
            }
        }
        return SourceText(file: file, bytes: bytes)
    }

    /// Where the text of a part is again, without its quotes.
    private func repetitions(of range: Range<Int>) -> [Range<Int>] {
        var part = bytes[range.clamped(to: bytes.indices)]
        while let first = part.first, "\"' ".utf8.contains(first) { part = part.dropFirst() }
        while let last = part.last, "\"' ".utf8.contains(last) { part = part.dropLast() }
        guard part.count >= SourceText.shortest else { return [] }
        var found: [Range<Int>] = []
        var rest = bytes[...]
        while let start = rest.firstIndex(of: part) {
            found.append(start..<start + part.count)
            rest = bytes[(start + part.count)...]
        }
        return found
    }
}
