/// The pauses between repetitions of a request that certainly had no effect: 250 ms doubling to 10 s, with full jitter.
struct Backoff {
    private static let first = 250
    private static let longest = 10_000
    private var attempt: Int

    /// Makes one that has paused so often before.
    init(after attempts: Int = 0) { attempt = attempts }

    /// The next pause; what the target asks for wins, unless that is not a pause at all.
    mutating func next(retryAfter: Duration?) -> Duration {
        let ceiling = min(Backoff.first << min(attempt, 16), Backoff.longest)
        attempt += 1
        if let retryAfter, retryAfter > .zero { return retryAfter }
        return .milliseconds(Int.random(in: 0...ceiling))
    }
}
