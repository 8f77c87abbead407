/// What is wrong with a text that should be YAML, and where.
package struct YAMLError: Error, Sendable, Hashable {
    /// A second place that belongs to an error.
    package struct Related: Sendable, Hashable {
        /// What is there, as a phrase.
        package let message: String
        /// The place.
        package let mark: YAMLMark
    }

    /// What is wrong, as a phrase without a full stop.
    package let message: String
    /// Where it is.
    package let mark: YAMLMark
    /// Where it began, when that is elsewhere: the bracket that is not closed, the first of two equal keys.
    package let related: Related?

    /// Makes an error.
    package init(_ message: String, at mark: YAMLMark, related: Related? = nil) {
        self.message = message
        self.mark = mark
        self.related = related
    }

    /// The line, from 1.
    package var line: Int { mark.line }
    /// The column in bytes of UTF-8, from 1.
    package var column: Int { mark.column }
}
