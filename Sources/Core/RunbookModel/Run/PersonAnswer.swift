/// What a person said.
public enum PersonAnswer: Sendable, Hashable {
    /// Yes; for a manual step: it is done.
    case go
    /// Leave it out, and why.
    case skip(reason: String)
    /// Stop the run.
    case abort

    /// The stable name: `go`, `skip` or `abort`.
    public var name: String {
        switch self {
        case .go: "go"
        case .skip: "skip"
        case .abort: "abort"
        }
    }
}
