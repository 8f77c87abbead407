internal import Glibc

/// A stream of this process that text is written to.
struct TextOutput: Sendable {
    /// Which stream it is.
    enum Stream: Sendable {
        /// Standard output.
        case result
        /// Standard error.
        case messages
    }

    private let descriptor: Int32

    /// Standard output: the result.
    static let result = TextOutput(descriptor: 1)
    /// Standard error: what is for people.
    static let messages = TextOutput(descriptor: 2)

    /// Writes a text whole; a reader that went away loses it, and the run goes on.
    func write(_ text: String) {
        var text = text
        text.withUTF8 { buffer in
            var rest = UnsafeRawBufferPointer(buffer)
            while let base = rest.baseAddress, !rest.isEmpty {
                let count = Glibc.write(descriptor, base, rest.count)
                if count < 0, errno == EINTR { continue }
                guard count > 0 else { return }
                rest = UnsafeRawBufferPointer(rebasing: rest[count...])
            }
        }
    }

    /// Writes a line.
    func line(_ text: String) { write(text + "\n") }
}
