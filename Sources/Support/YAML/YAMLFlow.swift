/// Says why a value in braces or brackets ends earlier than its author meant.
///
/// In this style `,`, `: `, ` #` and brackets end a value that has no quotes (YAML 1.2, section 7.3.3).
struct YAMLFlow {
    let bytes: UnsafeBufferPointer<UInt8>

    /// What is wrong where a value or its collection had to end.
    ///
    /// - Parameters:
    ///   - offset: Where something else is.
    ///   - start: Where the collection begins.
    ///   - expected: What may be there, for the case that nothing better is known.
    func explanation(at offset: Int, openedAt start: Int, expected: String) -> String {
        if let comment = comment(from: start, to: offset) { return comment }
        guard bytes.indices.contains(offset) else {
            return "the end of the text is inside braces or brackets, expected \(expected)"
        }
        if let unclosed = unclosed(from: start, at: offset) { return unclosed }
        switch bytes[offset] {
        case UInt8(ascii: ":"): return YAMLFlow.ends(": ")
        case UInt8(ascii: "{"), UInt8(ascii: "["), UInt8(ascii: "}"), UInt8(ascii: "]"):
            return YAMLFlow.ends(String(UnicodeScalar(bytes[offset])))
        default:
            return
                "expected \(expected) before this: if it belongs to the value before it, put quotes around the whole "
                + "value"
        }
    }

    /// What is wrong where the next line has a key of its own: the brackets before it were never closed.
    private func unclosed(from start: Int, at offset: Int) -> String? {
        guard start < offset, bytes[start..<offset].contains(0x0A), bytes[offset] == UInt8(ascii: ":") else {
            return nil
        }
        let line = (bytes[..<offset].lastIndex(of: 0x0A) ?? -1) + 1
        if bytes[line..<offset].contains(UInt8(ascii: ":")) { return nil }
        let isList = bytes[start] == UInt8(ascii: "[")
        return
            "the `\(isList ? "[" : "{")` before this is not closed: write `\(isList ? "]" : "}")` at the end of its line"
    }

    /// What is wrong where a value must begin.
    func explanation(ofNoContentAt offset: Int) -> String? {
        // The mark is at the character, or behind the blanks that follow it.
        var index = min(offset, bytes.count - 1)
        while index > 0, !isIndicator(index), bytes[index] == 0x20 || index == offset { index -= 1 }
        guard bytes.indices.contains(index), isIndicator(index) else { return nil }
        return "a value in braces cannot start with `\(UnicodeScalar(bytes[index]))`: put it in quotes"
    }

    private func isIndicator(_ index: Int) -> Bool {
        bytes[index] == UInt8(ascii: "?") || bytes[index] == UInt8(ascii: "-")
    }

    private static func ends(_ mark: String) -> String {
        "`\(mark)` ends a value in braces or brackets: put quotes around the whole value"
    }

    /// A comment inside the collection that takes the rest of its line.
    private func comment(from start: Int, to end: Int) -> String? {
        var quote: UInt8?
        for index in max(start, 0)..<max(start, min(end, bytes.count)) {
            let byte = bytes[index]
            if let open = quote {
                if byte == open { quote = nil }
            } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
                let before = index > 0 ? bytes[index - 1] : 0x20
                // Inside a word it is an apostrophe.
                if " ,:[{".utf8.contains(before) { quote = byte }
            } else if byte == UInt8(ascii: "#"), index > 0, bytes[index - 1] == 0x20 {
                return "` #` starts a comment up to the end of its line: put quotes around a value that contains it"
            }
        }
        return nil
    }
}
