/// A mistake on the command line.
package struct UsageError: Error, Hashable {
    /// The exit status of a process that was called wrongly: `EX_USAGE` of `sysexits.h`.
    package static let exitStatus: Int32 = 64

    /// What is wrong, with the nearest right word where there is one: lower case, no full stop.
    package let message: String
    /// How the command is used, which ends in a line break.
    package let usage: String

    /// Makes an error that knows how the command is used.
    package init(_ message: String, usage: String) {
        self.message = message
        self.usage = usage
    }
}
