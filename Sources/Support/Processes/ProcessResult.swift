/// What is left of a child that has ended.
package struct ProcessResult: Sendable, Hashable {
    /// Which process it was.
    package let identity: ProcessIdentity
    /// How it ended.
    package let termination: Termination
    /// Why we stopped it; `nil`: it ended by itself.
    package let stopped: StopReason?
    /// Standard output, up to the command's limit.
    package let output: [UInt8]
    /// Bytes of standard output beyond the limit.
    package let outputDropped: Int
    /// Standard error, up to the command's limit.
    package let errors: [UInt8]
    /// Bytes of standard error beyond the limit.
    package let errorsDropped: Int
    /// What of its process group ran on when it ended, and was killed; empty unless the command asks for it.
    package let leftover: [RunningProcess]

    /// Whether it ended by itself with exit code 0.
    package var isSuccess: Bool { stopped == nil && termination == .exited(0) }
}
