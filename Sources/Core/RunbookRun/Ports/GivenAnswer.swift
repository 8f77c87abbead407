/// An answer with who gave it, and how.
package struct GivenAnswer: Sendable, Hashable {
    /// What was said.
    package let answer: PersonAnswer
    /// Who it was.
    package let by: String
    /// How it came: `terminal`, `confirm`, `--yes`.
    package let via: String
    /// What was said beside it.
    package let remark: Remark?

    /// Makes an answer.
    package init(answer: PersonAnswer, by: String, via: String, remark: Remark? = nil) {
        self.remark = remark
        self.answer = answer
        self.by = by
        self.via = via
    }
}
