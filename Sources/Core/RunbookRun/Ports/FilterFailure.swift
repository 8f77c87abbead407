/// What went wrong with a filter.
package struct FilterFailure: Error, Sendable, Hashable {
    /// What kind of failure it is.
    package enum Reason: String, Sendable, Hashable {
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
    package let reason: Reason
    /// What happened, as a phrase without a full stop.
    package let message: String
    /// The line in the filter, from 1, where it is known.
    package let line: Int?

    /// Makes a failure.
    package init(_ reason: Reason, _ message: String, line: Int? = nil) {
        self.reason = reason
        self.message = message
        self.line = line
    }
}
