/// An answer of a person as the journal has it.
public struct RecordedAnswer: Sendable, Hashable {
    /// What was said.
    public let answer: PersonAnswer
    /// Who it was.
    public let by: String
    /// How it came: `terminal`, `confirm`, `--yes`.
    public let via: String
    /// When.
    public let at: Timestamp
}
