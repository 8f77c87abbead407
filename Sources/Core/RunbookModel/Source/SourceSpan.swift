/// A stretch of a file, its end exclusive.
public struct SourceSpan: Sendable, Hashable {
    /// The file as the user named it.
    public let file: String
    /// The first byte's place.
    public let start: SourcePosition
    /// The place behind the last byte.
    public let end: SourcePosition

    /// Makes a span.
    public init(file: String, start: SourcePosition, end: SourcePosition) {
        self.file = file
        self.start = start
        self.end = end
    }
}

extension SourceSpan: CustomStringConvertible {
    /// `FILE:LINE:COLUMN`, as editors understand it.
    public var description: String { "\(file):\(start.line):\(start.column)" }
}
