/// What went wrong with a filter.
public struct FilterFailure: Error, Sendable, Hashable {
    /// What kind of failure it is.
    public enum Reason: String, Sendable, Hashable {
        /// It does not compile.
        case syntax
        /// It gave an error for this input.
        case runtime
        /// It took longer than its deadline.
        case time
        /// It took more memory than it may.
        case memory
        /// The helper does not work.
        case unavailable
    }

    /// What kind of failure it is.
    public let reason: Reason
    /// What happened, as a phrase without a full stop.
    public let message: String
    /// The line in the filter, from 1, where it is known.
    public let line: Int?

    /// Makes a failure.
    public init(_ reason: Reason, _ message: String, line: Int? = nil) {
        self.reason = reason
        self.message = message
        self.line = line
    }
}
