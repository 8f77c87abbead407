/// What a command line asks for.
package enum Invocation: Sendable {
    /// The action of the chosen command with its arguments; it returns the exit status.
    case run(@Sendable () async throws -> Int32)
    /// A text that was asked for, help or the version, which ends in a line break; it belongs on standard output.
    case help(String)
    /// A mistake on the command line; it belongs on standard error.
    case failure(UsageError)
}
