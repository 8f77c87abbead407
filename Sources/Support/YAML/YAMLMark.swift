/// A place in a text.
///
/// Lines end with LF, CRLF or a lone CR, whatever else YAML takes for a line break (U+0085, U+2028), so that places
/// agree with editors.
package struct YAMLMark: Sendable, Hashable, Comparable {
    /// The distance from the start of the text in bytes of UTF-8.
    package let offset: Int
    /// The line, from 1.
    package let line: Int
    /// The column in bytes of UTF-8, from 1.
    package let column: Int

    /// Makes a mark.
    package init(offset: Int, line: Int, column: Int) {
        self.offset = offset
        self.line = line
        self.column = column
    }

    /// Orders marks of one text by their place.
    package static func < (left: YAMLMark, right: YAMLMark) -> Bool { left.offset < right.offset }
}
