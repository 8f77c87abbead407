/// Why we stopped a child that had not ended by itself.
package enum StopReason: Sendable, Hashable {
    /// Its deadline passed.
    case deadline
    /// The task that ran it was cancelled.
    case cancelled
    /// Its owner was done with it.
    case closed
}
