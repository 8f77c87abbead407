internal import Glibc
import RunbookModel
import Synchronization

/// A stream of this process that text is written to.
struct TextOutput: Sendable {
    /// Which stream it is.
    enum Stream: Sendable {
        /// Standard output.
        case result
        /// Standard error.
        case messages
    }

    /// What became of a stream.
    private final class Health: Sendable {
        let error = Mutex<Int32?>(nil)
    }

    private let descriptor: Int32
    private let secrets: SecretLedger
    private let health = Health()
    /// Whether only ASCII is written, as `--ascii` asks.
    var isPlain = false

    /// Makes an output that contains no secret.
    init(_ stream: Stream, secrets: SecretLedger) {
        descriptor = stream == .result ? 1 : 2
        self.secrets = secrets
    }

    /// Why something could not be written, such as a full disk; nil while all was, or when the reader went away.
    var failure: String? { health.error.withLock { $0 }.map { String(cString: strerror($0)).lowercased() } }

    /// Writes a text whole; a reader that went away loses it, and the run continues.
    func write(_ text: String) {
        var text = secrets.masked(text)
        if isPlain { text = PlainText.ascii(text) }
        text.withUTF8 { buffer in
            var rest = UnsafeRawBufferPointer(buffer)
            while let base = rest.baseAddress, !rest.isEmpty {
                let count = Glibc.write(descriptor, base, rest.count)
                if count < 0, errno == EINTR { continue }
                guard count > 0 else {
                    let code = errno
                    if code != EPIPE { health.error.withLock { $0 = code } }
                    return
                }
                rest = UnsafeRawBufferPointer(rebasing: rest[count...])
            }
        }
    }

    /// Writes a line.
    func line(_ text: String) { write(text + "\n") }
}
