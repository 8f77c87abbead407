package import RunbookRun

/// What a person says about a step of an edited document.
package enum EditChoice: Sendable, Hashable {
    /// What is done stays done, and what is new is done now.
    case goOn
    /// What is done is done again.
    case again
    /// What is new is omitted.
    case skip

    /// The event that carries the choice out; nil when nothing changes.
    package func event(for step: String, by user: String) -> RunEvent? {
        switch self {
        case .goOn: nil
        case .again: .reset(step: step, by: user)
        case .skip: .skipped(step: step, reason: .person, detail: "it was added after later steps were done")
        }
    }
}
