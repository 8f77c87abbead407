/// A message of libjq about a program that does not compile.
struct SyntaxMessage {
    /// What is wrong, without libjq's decoration.
    let text: String
    /// The line of the program, from 1.
    let line: Int?

    /// Takes apart `jq: error: TEXT at <top-level>, line N:` and the excerpt behind it; `nil`: it only counts errors.
    init?(_ message: String) {
        guard message.hasPrefix("jq: error: ") else { return nil }
        var rest = message.dropFirst("jq: error: ".count)
        var found: Int?
        let marker = " at <top-level>, line "
        if let place = Self.range(of: marker, in: rest) {
            found = Int(rest[place.upperBound...].prefix { $0.isNumber })
            rest = rest[..<place.lowerBound]
        }
        let hint = " (Unix shell quoting issues?)"
        if let place = Self.range(of: hint, in: rest) {
            rest.removeSubrange(place)
        }
        text = String(rest)
        line = found
    }

    private static func range(of part: String, in text: Substring) -> Range<Substring.Index>? {
        var start = text.startIndex
        while start < text.endIndex {
            if text[start...].hasPrefix(part) { return start..<text.index(start, offsetBy: part.count) }
            start = text.index(after: start)
        }
        return nil
    }
}
