extension JSON {
    /// How a value is written.
    public enum Style: Sendable {
        /// On one line without spaces.
        case compact
        /// One member a line, two spaces deep; empty arrays and objects as `[]` and `{}`. For people, so characters
        /// that a terminal would obey are escaped.
        case pretty
        /// Compact, members sorted by name (by Unicode scalars), numbers in their canonical text: equal values, equal
        /// text.
        case canonical
        /// Compact, members sorted by name like those of the canonical text, and numbers as they were written: what is
        /// read again is what it was, also to a person who sees it.
        case recorded
    }

    /// The value as JSON text.
    public func text(_ style: Style = .compact) -> String {
        String(decoding: bytes(style), as: UTF8.self)
    }

    /// The value as JSON text in UTF-8.
    public func bytes(_ style: Style = .compact) -> [UInt8] {
        var writer = JSONWriter(style: style)
        writer.write(self)
        return writer.bytes
    }

    /// The text as a JSON string, in quotes.
    public static func quoted(_ text: String) -> String { JSON.string(text).text() }

    /// The text escaped for use inside a JSON string, without the quotes.
    public static func escaped(_ text: String) -> String {
        // Of bytes, for a combining mark and the quote before it are one character.
        String(decoding: JSON.string(text).bytes().dropFirst().dropLast(), as: UTF8.self)
    }
}
