internal import CSystem
internal import Dispatch
internal import Glibc

/// A real terminal without a screen: the test types at its upper end and reads there what is shown.
package final class PseudoTerminal: Sendable {
    /// The path of the lower end, for other processes.
    package let path: String
    /// The lower end, as a program has it.
    package let lower: Int32
    private let upper: Int32

    /// What did not work, with all that was shown since the last look.
    package struct Failure: Error {
        let message: String
    }

    /// Opens one.
    package init() throws {
        var name = [CChar](repeating: 0, count: 64)
        upper = runbook_pseudo_terminal(&name, name.count)
        guard upper >= 0 else { throw Failure(message: "no pseudo-terminal: \(-upper)") }
        path = String(decoding: name.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
        // Held open, so that what a program showed last is not lost when it ends.
        lower = open(path, O_RDWR | O_NOCTTY | O_CLOEXEC)
        guard lower >= 0 else { throw Failure(message: "cannot open \(path)") }
    }

    deinit {
        close(upper)
        close(lower)
    }

    /// Types a text; `\n` is Enter, `\u{4}` the end of input.
    package func type(_ text: String) throws {
        var bytes = Array(text.utf8)
        guard write(upper, &bytes, bytes.count) == bytes.count else { throw Failure(message: "cannot type") }
    }

    /// Everything shown from now until the text has been shown; fails after twenty seconds without a sign of it.
    @discardableResult
    package func shows(_ text: String) async throws -> String {
        let upper = upper
        return try await withCheckedThrowingContinuation { continuation in
            DispatchQueue(label: "pseudo-terminal").async { @Sendable in
                continuation.resume(with: Result { try Self.read(upper, until: text) })
            }
        }
    }

    private static func read(_ upper: Int32, until text: String) throws -> String {
        var shown: [UInt8] = []
        while true {
            if String(decoding: shown, as: UTF8.self).contains(text) { return String(decoding: shown, as: UTF8.self) }
            var descriptor = pollfd(fd: upper, events: Int16(POLLIN), revents: 0)
            var byte: UInt8 = 0
            guard poll(&descriptor, 1, 20_000) == 1, Glibc.read(upper, &byte, 1) == 1 else {
                throw Failure(message: "`\(text)` is not in: \(String(decoding: shown, as: UTF8.self))")
            }
            shown.append(byte)
        }
    }

    /// Whether the terminal shows what is typed, and hands it over by lines.
    package var isUsual: Bool {
        var modes = termios()
        return tcgetattr(lower, &modes) == 0
            && modes.c_lflag & tcflag_t(ECHO) != 0 && modes.c_lflag & tcflag_t(ICANON) != 0
    }

    /// Makes the terminal so many columns wide.
    package func resize(columns: UInt16) {
        var size = winsize(ws_row: 24, ws_col: columns, ws_xpixel: 0, ws_ypixel: 0)
        _ = ioctl(lower, UInt(TIOCSWINSZ), &size)
    }
}
