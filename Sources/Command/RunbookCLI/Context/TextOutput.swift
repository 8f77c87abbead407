internal import Glibc
import RunbookModel
import RunbookReport
import Synchronization
import Terminal

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

    private let stream: StandardStream
    private let variables: [String: String]
    private let secrets: SecretLedger
    private let health = Health()
    /// Whether only ASCII is written, as `--ascii` asks.
    var isPlain = false

    /// Makes an output that contains no secret.
    ///
    /// - Parameter variables: The process's environment, which may say how many columns there are.
    init(_ stream: Stream, secrets: SecretLedger, variables: [String: String]) {
        self.stream = stream == .result ? .output : .error
        self.variables = variables
        self.secrets = secrets
    }

    /// Why something could not be written, such as a full disk; nil while all was, or when the reader went away.
    var failure: String? { health.error.withLock { $0 }.map { String(cString: strerror($0)).lowercased() } }

    /// The columns of the terminal at this moment; nil for a file or a pipe, in which nothing is broken.
    var columns: Int? {
        let appearance = Appearance(of: stream, environment: variables)
        return appearance.isTerminal ? appearance.columns : nil
    }

    /// Writes a text for people, on a terminal in its columns.
    func write(_ text: String) {
        let text = shown(text)
        put(columns.map { ScreenText(columns: $0).laidOut(text) } ?? text)
    }

    /// Writes a text as it is, without secrets: what programs read, documents, and lines that are laid out already.
    func verbatim(_ text: String) { put(shown(text)) }

    /// Writes a line as it is.
    func verbatimLine(_ text: String) { verbatim(text + "\n") }

    private func shown(_ text: String) -> String {
        let masked = secrets.masked(text)
        return isPlain ? PlainText.ascii(masked) : masked
    }

    /// Writes a text whole; a reader that went away loses it, and the run continues.
    private func put(_ text: String) {
        var text = text
        text.withUTF8 { buffer in
            var rest = UnsafeRawBufferPointer(buffer)
            while let base = rest.baseAddress, !rest.isEmpty {
                let count = Glibc.write(stream.rawValue, base, rest.count)
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
