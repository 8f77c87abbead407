import RunbookModel

/// The times of a step: its keys, else the defaults (semantics, "Time").
struct StepTiming {
    /// The longest time of one attempt, unless a step says otherwise.
    static let timeout = Duration.seconds(30)
    /// The longest time until a check must hold, unless a step says otherwise.
    static let within = Duration.seconds(120)
    /// The pause between two tries, unless a step says otherwise.
    static let every = Duration.seconds(2)

    let timeout: Duration
    let within: Duration
    let every: Duration
    let holdsFor: Duration

    init(_ keys: StepKeys) {
        timeout = keys.timeout?.value ?? StepTiming.timeout
        within = keys.within?.value ?? StepTiming.within
        every = keys.every?.value ?? StepTiming.every
        holdsFor = keys.holdsFor?.value ?? .zero
    }
}
