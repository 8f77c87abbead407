/// What a check said last, when a person is asked about a step.
package struct Evidence: Sendable, Hashable {
    /// The step that checks.
    package let check: String
    /// Whether it passed.
    package let passed: Bool
    /// When it said so.
    package let at: Timestamp
    /// Why it did not pass, masked; empty where it did.
    package let reason: String

    /// Makes a piece of evidence.
    package init(check: String, passed: Bool, at: Timestamp, reason: String = "") {
        self.check = check
        self.passed = passed
        self.at = at
        self.reason = reason
    }
}
