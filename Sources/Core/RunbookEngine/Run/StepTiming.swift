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

    /// What a step is given beyond the time that its target may hold a request, to get the response.
    static let grace = Duration.seconds(5)

    init(_ bound: BoundStep) {
        let keys = bound.step.keys
        let waits = bound.actions.compactMap(\.wait)
        let needed = waits.isEmpty ? .zero : waits.reduce(.zero, +) + StepTiming.grace
        timeout = keys.timeout?.value ?? max(StepTiming.timeout, needed)
        within = keys.within?.value ?? StepTiming.within
        every = keys.every?.value ?? StepTiming.every
        holdsFor = keys.holdsFor?.value ?? .zero
    }
}
