import RunbookRun

/// How the requests of a step are made.
struct AttemptPolicy {
    /// What is done with each request.
    enum Means {
        /// The handler performs it.
        case perform
        /// The handler says what it would find, by reading only.
        case look
        /// The same, up to the first that would change something.
        case lookForPresence
    }

    /// The moment of the run's clock at which all of them must be done.
    let deadline: Duration
    /// Whether the step is running: each request and response is an event then, and a response that came is judged even
    /// when the run is being stopped.
    var isKept = false
    /// How often a request that had no effect, or that only reads, is repeated while there is time.
    var retries = 0
    /// How often a request is repeated that came too early (429), while there is time.
    var busyRetries = 0
    /// What is done with each request.
    var means = Means.perform
    /// What an earlier attempt has sent under the same token, so that the answer to this one is the answer to both.
    var doubtful: Set<ActionPlace> = []
    /// What an earlier attempt has done and is not done again.
    var earlier: [ActionPlace: Exchange] = [:]
}
