import RunbookModel
import RunbookPlugin

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
    /// The longest time of an attempt that acts: of a handler that waits for what it asked for, that of the wait, unless
    /// the author has limited it.
    let attempt: Duration
    let every: Duration
    let holdsFor: Duration

    /// What a step is given beyond the time that its target may hold a request, to get the response.
    static let grace = Duration.seconds(5)

    /// How long its target may hold all of its requests.
    let held: Duration

    init(_ bound: BoundStep) {
        let keys = bound.step.keys
        held = bound.actions.compactMap(\.wait).reduce(.zero, +)
        timeout = StepTiming.allowing(held, in: keys.timeout?.value ?? max(StepTiming.timeout, held))
        within = keys.within?.value ?? StepTiming.within
        let waits = bound.handler?.manifest.waits == true && (keys.within != nil || keys.timeout == nil)
        attempt = waits ? max(within, timeout) : timeout
        every = keys.every?.value ?? StepTiming.every
        holdsFor = keys.holdsFor?.value ?? .zero
    }

    /// The longest time of the first try; one of `within=0s` has all of `timeout`.
    var firstTry: Duration {
        within == .zero ? timeout : min(timeout, StepTiming.allowing(held, in: within))
    }

    /// A time that ends no moment before the response of a target that may hold the request for so long.
    ///
    /// Who writes less does not want that response.
    private static func allowing(_ held: Duration, in time: Duration) -> Duration {
        held == .zero || time < held ? time : max(time, held + grace)
    }
}
