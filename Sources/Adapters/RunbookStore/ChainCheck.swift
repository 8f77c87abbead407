/// Whether the events of a run are those that were written.
package enum ChainCheck: Sendable, Hashable {
    /// Each event follows from the one before it; `last` is the SHA-256 of the last one, empty when there is none.
    case intact(length: Int, last: String)
    /// The event with this number is missing, or is not the one that was written there, or the one before it is not.
    case broken(sequence: Int)
}
