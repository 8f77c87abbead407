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
}
