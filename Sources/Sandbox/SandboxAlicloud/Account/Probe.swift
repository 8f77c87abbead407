import SandboxWorld

/// What a health check has seen of one server.
struct Probe: Sendable, Hashable {
    /// What the last examinations in a row came to: nil for a success, else why they failed.
    var result: String?
    /// How many came to that.
    var count = 0
    /// When the last one was.
    var last: SandboxInstant
    /// What the server is taken for: nil for healthy, else why it is not.
    var verdict: Verdict = .initial

    /// What a server is taken for.
    enum Verdict: Sendable, Hashable {
        case initial
        case healthy
        case unhealthy(String)
    }

    /// Lets examinations happen up to a moment, all with the same result.
    mutating func advance(
        to moment: SandboxInstant, every interval: Int, result: String?, healthy: Int, unhealthy: Int
    ) {
        let examinations = max(0, (moment.milliseconds - last.milliseconds) / max(interval, 1))
        guard examinations > 0 else { return }
        last = SandboxInstant(milliseconds: last.milliseconds + examinations * interval)
        count = count > 0 && self.result == result ? count + examinations : examinations
        self.result = result
        if let result {
            if count >= unhealthy { verdict = .unhealthy(result) }
        } else if count >= healthy {
            verdict = .healthy
        }
    }
}
