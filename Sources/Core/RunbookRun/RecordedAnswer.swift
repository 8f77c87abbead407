/// An answer of a person as the journal has it.
package struct RecordedAnswer: Sendable, Hashable {
    /// What was said.
    package let answer: PersonAnswer
    /// Who it was.
    package let by: String
    /// How it came: `terminal`, `confirm`, `--yes`.
    package let via: String
    /// When.
    package let at: Timestamp
    /// What was said beside it.
    package let remark: Remark?

    /// Makes a recorded answer.
    package init(answer: PersonAnswer, by: String, via: String, at: Timestamp, remark: Remark? = nil) {
        self.answer = answer
        self.by = by
        self.via = via
        self.at = at
        self.remark = remark
    }
}
