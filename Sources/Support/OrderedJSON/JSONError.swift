/// What is wrong with a text that should be JSON, and where.
public struct JSONError: Error, Sendable, Hashable {
    /// What is wrong, as a phrase without a full stop.
    public let message: String
    /// The distance from the start in bytes.
    public let offset: Int
    /// The line, from 1.
    public let line: Int
    /// The column in bytes, from 1.
    public let column: Int

    /// Whether the text is nested deeper than ``JSON/maximumDepth``, and may be valid.
    public let isTooDeep: Bool

    /// Makes an error.
    public init(message: String, offset: Int, line: Int, column: Int, isTooDeep: Bool = false) {
        self.isTooDeep = isTooDeep
        self.message = message
        self.offset = offset
        self.line = line
        self.column = column
    }
}
