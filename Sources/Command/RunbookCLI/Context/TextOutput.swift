internal import Glibc
import RunbookModel

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
    private let secrets: SecretLedger

    /// Makes an output that contains no secret.
    init(_ stream: Stream, secrets: SecretLedger) {
        descriptor = stream == .result ? 1 : 2
        self.secrets = secrets
    }

    /// Writes a text whole; a reader that went away loses it, and the run continues.
    func write(_ text: String) {
        var text = secrets.masked(text)
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
