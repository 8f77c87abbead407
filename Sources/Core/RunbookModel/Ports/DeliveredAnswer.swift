/// An answer that somebody gave from elsewhere.
public struct DeliveredAnswer: Sendable, Hashable {
    /// The step that asked.
    public let step: String
    /// The digest of what was shown to the person.
    public let digest: String
    /// What the person said.
    public let answer: PersonAnswer
    /// Who it was.
    public let by: String
    /// How it came: `terminal`, `confirm`, `--yes`.
    public let via: String
    /// When.
    public let at: Timestamp

    /// Makes an answer.
    public init(step: String, digest: String, answer: PersonAnswer, by: String, via: String = "confirm", at: Timestamp)
    {
        self.step = step
        self.digest = digest
        self.answer = answer
        self.by = by
        self.via = via
        self.at = at
    }
}
