/// An answer with who gave it, and how.
public struct GivenAnswer: Sendable, Hashable {
    /// What was said.
    public let answer: PersonAnswer
    /// Who it was.
    public let by: String
    /// How it came: `terminal`, `confirm`, `--yes`.
    public let via: String

    /// Makes an answer.
    public init(answer: PersonAnswer, by: String, via: String) {
        self.answer = answer
        self.by = by
        self.via = via
    }
}
