/// How a child ended.
package enum Termination: Sendable, Hashable, CustomStringConvertible {
    /// It left with this code.
    case exited(Int32)
    /// This signal ended it.
    case signalled(Int32)

    /// A negative code is a signal's number, as `cs_reap` gives it.
    init(reaped code: Int32) {
        self = code < 0 ? .signalled(-code) : .exited(code)
    }

    /// The end in words, for a message.
    package var description: String {
        switch self {
        case .exited(let code): "exit code \(code)"
        case .signalled(let number): "signal \(number)"
        }
    }
}
