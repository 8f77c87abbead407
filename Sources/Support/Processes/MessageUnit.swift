/// How messages are distinguished in a child's output.
enum MessageUnit: Sendable {
    /// Up to a line feed, which is not part of the message; the last one may lack it.
    case line
    /// Four bytes of length, most significant first, then that many bytes.
    case frame

    /// The bytes that carry `message` in this form.
    func wrap(_ message: [UInt8]) -> [UInt8] {
        switch self {
        case .line: message + [UInt8(ascii: "\n")]
        case .frame: (0..<4).map { UInt8(truncatingIfNeeded: message.count >> (24 - 8 * $0)) } + message
        }
    }

    /// Takes the next whole message out of `buffer`; `nil`: it is not all there yet.
    func take(from buffer: inout OutputBuffer, ended: Bool) throws(ChildOutputError) -> [UInt8]? {
        switch self {
        case .line: try takeLine(from: &buffer, ended: ended)
        case .frame: try takeFrame(from: &buffer, ended: ended)
        }
    }

    private func takeLine(from buffer: inout OutputBuffer, ended: Bool) throws(ChildOutputError) -> [UInt8]? {
        if let length = buffer.lineLength() {
            let line = buffer.take(length)
            buffer.discard(1)
            return line
        }
        if ended, buffer.count > 0 { return buffer.take(buffer.count) }
        if buffer.isFull { throw .tooLong(limit: buffer.limit) }
        return nil
    }

    private func takeFrame(from buffer: inout OutputBuffer, ended: Bool) throws(ChildOutputError) -> [UInt8]? {
        if buffer.count >= 4 {
            let length = buffer.contents.prefix(4).reduce(0) { $0 << 8 | Int($1) }
            guard length <= buffer.limit - 4 else { throw .tooLong(limit: buffer.limit) }
            if buffer.count >= 4 + length {
                buffer.discard(4)
                return buffer.take(length)
            }
        }
        if ended, buffer.count > 0 { throw .truncated }
        return nil
    }
}
