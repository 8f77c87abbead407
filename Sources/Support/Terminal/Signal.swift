internal import Glibc

/// A signal that asks a process to end.
package enum Signal: Sendable, Hashable, CaseIterable {
    /// Ctrl-C (SIGINT).
    case interrupt
    /// A polite request, as `kill` sends it (SIGTERM).
    case terminate
    /// The terminal is gone (SIGHUP).
    case hangup

    /// The system's number.
    package var number: Int32 {
        switch self {
        case .interrupt: SIGINT
        case .terminate: SIGTERM
        case .hangup: SIGHUP
        }
    }

    /// The exit code that a shell expects of a process that this signal ended.
    package var exitCode: Int32 { 128 + number }

    init?(number: UInt8) {
        guard let signal = Signal.allCases.first(where: { $0.number == Int32(number) }) else { return nil }
        self = signal
    }
}
