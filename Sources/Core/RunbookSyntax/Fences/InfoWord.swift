import RunbookModel

/// A word of an info string, without what other tools write around words: braces, dots, quotes, keys.
struct InfoWord {
    /// The word in lower case; nil for a quoted text of several words.
    let name: String?
    /// The key whose value it is, in lower case.
    let key: String?
    /// Where it is.
    let span: SourceSpan
    /// Whether a blank is before it.
    let isApart: Bool

    /// The words of an info string, in order.
    static func words(in text: BlockText) -> [InfoWord] {
        let bytes = Array(text.text.utf8)
        var words: [InfoWord] = []
        var key: String?
        var isApart = false
        var index = 0
        while index < bytes.count {
            guard let (content, end) = InfoWord.word(in: bytes, at: index) else {
                isApart = isApart || bytes[index] == 0x20 || bytes[index] == 0x09
                index += 1
                continue
            }
            index = end
            let isName = content.allSatisfy { InfoWord.isPart(bytes[$0]) } && !content.isEmpty
            let name = isName ? String(decoding: bytes[content], as: UTF8.self).lowercased() : nil
            words.append(InfoWord(name: name, key: key, span: text.span(content), isApart: isApart))
            isApart = false
            // A sign right behind a word makes a key of it.
            let isKey = index < bytes.count && [UInt8(ascii: "="), UInt8(ascii: ":")].contains(bytes[index])
            key = isKey ? name : nil
        }
        return words
    }

    /// The word, or the content of the quotes, that begins at an offset, and where it ends.
    private static func word(in bytes: [UInt8], at start: Int) -> (content: Range<Int>, end: Int)? {
        let first = bytes[start]
        if first == UInt8(ascii: "\"") || first == UInt8(ascii: "'") {
            guard let close = bytes[(start + 1)...].firstIndex(of: first) else { return nil }
            return (start + 1..<close, close + 1)
        }
        guard isPart(first) else { return nil }
        let end = bytes[start...].firstIndex { !isPart($0) } ?? bytes.count
        return (start..<end, end)
    }

    private static func isPart(_ byte: UInt8) -> Bool {
        (0x61...0x7A).contains(byte | 0x20) || (0x30...0x39).contains(byte) || byte == UInt8(ascii: "-")
            || byte == UInt8(ascii: "_")
    }
}
