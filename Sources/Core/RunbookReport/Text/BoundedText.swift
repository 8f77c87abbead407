/// A text cut where it becomes too much to read, with what was left out.
struct BoundedText {
    /// The part that is kept.
    let text: String
    /// What was left out, as a phrase; nil when nothing was.
    let omission: String?

    /// Cuts a text.
    ///
    /// - Parameters:
    ///   - text: The text, which may have been cut already.
    ///   - length: The bytes of the whole; nil when the text is the whole.
    ///   - bytes: The most bytes that are kept.
    ///   - lines: The most lines that are kept.
    init(_ text: String, length: Int? = nil, bytes: Int, lines: Int) {
        var kept = text[...]
        if kept.utf8.count > bytes {
            var end = text.startIndex
            var count = 0
            // By characters, so that none is torn.
            while end < text.endIndex {
                count += text[end].utf8.count
                if count > bytes { break }
                end = text.index(after: end)
            }
            kept = text[..<end]
        }
        var count = 0
        if BoundedText.mayHave(lines, in: kept.utf8),
            let end = kept.firstIndex(where: { character in
                count += character.isNewline ? 1 : 0
                return count == lines
            }), kept.index(after: end) < text.endIndex
        {
            kept = kept[..<end]
        }
        self.text = String(kept)
        let total = max(length ?? 0, text.utf8.count)
        omission =
            kept.utf8.count < text.utf8.count || total > text.utf8.count
            ? "\(total - kept.utf8.count) of \(total) bytes are omitted" : nil
    }

    /// Whether a text may have as many ends of lines: no less than it has, and found without looking for characters.
    private static func mayHave(_ lines: Int, in text: Substring.UTF8View) -> Bool {
        var count = 0
        for byte in text {
            // All that ends a line begins with one of these.
            guard (0x0A...0x0D).contains(byte) || byte == 0xC2 || byte == 0xE2 else { continue }
            count += 1
            if count >= lines { return true }
        }
        return false
    }
}
