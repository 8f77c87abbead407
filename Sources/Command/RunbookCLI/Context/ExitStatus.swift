/// The exit codes of the tool (semantics, "Exit codes").
enum ExitStatus {
    static let done: Int32 = 0
    static let stepFailed: Int32 = 1
    static let invalid: Int32 = 2
    static let waiting: Int32 = 3
    static let planRefused: Int32 = 4
    static let held: Int32 = 5
    static let aborted: Int32 = 6
    static let targetUnfit: Int32 = 7
    static let usage: Int32 = 64
    static let internalError: Int32 = 70
    static let storeFailed: Int32 = 74

    /// The code of a process that a signal stopped.
    static func stopped(by signal: Int) -> Int32 { 128 + Int32(clamping: signal) }
}
