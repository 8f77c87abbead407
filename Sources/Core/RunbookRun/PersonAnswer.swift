/// What a person said.
package enum PersonAnswer: Sendable, Hashable {
    /// Yes; for a manual step: it is done.
    case go
    /// Leave it out, and why.
    case skip(reason: String)
    /// Stop the run.
    case abort
    /// The value of the parameter that is asked for, as it was typed.
    case set(String)
    /// Of a step in doubt: what was sent took effect.
    case applied
    /// Of a step in doubt: what was sent had no effect.
    case notApplied
    /// Of a step that failed after it had changed its target: it is done as it should be.
    case accept
    /// Of the same: do all of it again.
    case again

    /// The text that is kept with the name; nil where there is none.
    package var reason: String? {
        switch self {
        case .skip(let text), .set(let text): text
        case .go, .abort, .applied, .notApplied, .accept, .again: nil
        }
    }

    /// The stable name: `go`, `skip`, `abort`, `set`, `applied`, `not-applied`, `accept` or `again`.
    package var name: String {
        switch self {
        case .go: "go"
        case .skip: "skip"
        case .abort: "abort"
        case .set: "set"
        case .applied: "applied"
        case .notApplied: "not-applied"
        case .accept: "accept"
        case .again: "again"
        }
    }
}
