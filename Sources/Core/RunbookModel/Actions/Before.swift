public import OrderedJSON

/// What was there before a run acted on it, seen by reading only.
///
/// The journal keeps it with the attempt, so that it is known after a crash, too: what a run has made is taken back, what
/// was there before is not.
public struct Before: Sendable, Hashable {
    /// Whether nothing was there.
    public let isAbsent: Bool
    /// What the handler wants to know again of it when it performs the action; never a secret.
    public let details: JSON?

    /// Makes it.
    public init(isAbsent: Bool, details: JSON? = nil) {
        self.isAbsent = isAbsent
        self.details = details
    }
}
