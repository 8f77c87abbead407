/// Why a journal cannot be written or read.
package struct JournalFailure: Error, Sendable, Hashable {
    /// What kind of failure it is.
    package enum Reason: String, Sendable, Hashable {
        /// The disk is full.
        case full
        /// The store may not be written.
        case readOnly
        /// Another process took the run over.
        case notOwner
        /// What the store holds cannot be read.
        case damaged
        /// Anything else that the store says.
        case store
    }

    /// What kind of failure it is.
    package let reason: Reason
    /// What happened, as a phrase without a full stop.
    package let message: String

    /// The run that is concerned; nil where it is the whole store.
    package let run: String?

    /// Makes a failure.
    package init(_ reason: Reason, _ message: String, run: String? = nil) {
        self.run = run
        self.reason = reason
        self.message = message
    }
}
