/// What a child wrote cannot be read; nothing useful follows in that stream.
package enum ChildOutputError: Error, Sendable, Hashable, CustomStringConvertible {
    /// A line or frame is longer than the stream's limit, in bytes.
    case tooLong(limit: Int)
    /// The stream ended inside a frame.
    case truncated

    /// The error in words.
    package var description: String {
        switch self {
        case .tooLong(let limit): "it wrote a message of more than \(limit) bytes"
        case .truncated: "it ended in the middle of a message"
        }
    }
}
