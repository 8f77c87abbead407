/// Whether a failed step changed its target.
public enum Applied: String, Sendable, Hashable {
    /// Surely not.
    case no
    /// All of it was done; what was asked of the response did not hold.
    case yes
    /// Some of its requests were done.
    case partly
}
