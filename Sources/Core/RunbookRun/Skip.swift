/// Why a step was left out.
package struct Skip: Sendable, Hashable {
    /// The kind of reason.
    package let reason: SkipReason
    /// What decided it; empty where the reason says it all.
    package let detail: String

    /// Makes a reason.
    package init(reason: SkipReason, detail: String) {
        self.reason = reason
        self.detail = detail
    }
}
