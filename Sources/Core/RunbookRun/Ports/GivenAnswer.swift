/// An answer with who gave it, and how.
package struct GivenAnswer: Sendable, Hashable {
    /// What was said.
    package let answer: PersonAnswer
    /// Who it was.
    package let by: String
    /// How it came: `terminal`, `confirm`, `--yes`.
    package let via: String

    /// Makes an answer.
    package init(answer: PersonAnswer, by: String, via: String) {
        self.answer = answer
        self.by = by
        self.via = via
    }
}
