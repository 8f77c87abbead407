/// Why a step was left out.
public struct Skip: Sendable, Hashable {
    /// The kind of reason.
    public let reason: SkipReason
    /// What decided it; empty where the reason says it all.
    public let detail: String

    /// Makes a reason.
    public init(reason: SkipReason, detail: String) {
        self.reason = reason
        self.detail = detail
    }
}
