/// An answer that somebody gave from elsewhere.
package struct DeliveredAnswer: Sendable, Hashable {
    /// The step that asked.
    package let step: String
    /// The digest of what was shown to the person.
    package let digest: String
    /// What the person said.
    package let answer: PersonAnswer
    /// Who it was.
    package let by: String
    /// How it came: `terminal`, `confirm`, `--yes`.
    package let via: String
    /// When.
    package let at: Timestamp
    /// What was said beside it.
    package let remark: Remark?

    /// Whether it is about an attempt, its doubt or its failure, and not to a question that an event asked.
    package var isAboutAttempt: Bool { digest.hasPrefix("attempt-") }

    /// Makes an answer.
    package init(
        step: String, digest: String, answer: PersonAnswer, by: String, via: String = "confirm", at: Timestamp,
        remark: Remark? = nil
    ) {
        self.remark = remark
        self.step = step
        self.digest = digest
        self.answer = answer
        self.by = by
        self.via = via
        self.at = at
    }
}
