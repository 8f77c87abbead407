internal import Glibc

/// A failure of the system where a terminal or a signal is asked for.
package struct TerminalError: Error, Sendable, Hashable, CustomStringConvertible {
    /// What was tried, as a phrase.
    package let operation: String
    /// The system's error number.
    package let code: Int32

    package var description: String { "cannot \(operation): \(String(cString: strerror(code)))" }
}
