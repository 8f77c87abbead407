internal import CSystem
internal import Glibc

/// One of the three streams that a process is started with.
package enum StandardStream: Int32, Sendable, CaseIterable {
    case input = 0
    case output = 1
    case error = 2

    /// Whether a terminal is at the other end.
    package var isTerminal: Bool { isatty(rawValue) == 1 }

    /// The columns of the terminal at the other end at this moment, nil where there is none or it does not say.
    package var columns: Int? {
        let width = Int(runbook_terminal_width(rawValue))
        return width > 0 ? width : nil
    }
}
