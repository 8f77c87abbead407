import RunbookModel
package import RunbookRun

/// Ends a run that another process executes, as Ctrl-C would there.
package struct RunStop: Sendable {
    /// What became of it.
    package enum Outcome: Sendable, Hashable {
        /// No process executes the run.
        case notExecuted
        /// The process of this person has ended.
        case stopped(owner: String)
    }

    private let run: String
    private let host: String
    private let cuts: Bool
    private let limit: Duration

    /// Makes a wish.
    ///
    /// - Parameters:
    ///   - host: This machine: only its own processes can be reached.
    ///   - cuts: Whether requests that were sent are cut off.
    ///   - limit: How long to wait for the end.
    package init(of run: String, from host: String, cuts: Bool, within limit: Duration) {
        self.run = run
        self.host = host
        self.cuts = cuts
        self.limit = limit
    }

    /// Stops the run, and waits until its process has ended.
    ///
    /// - Throws: `StopRefusal` when the process cannot be reached, or does not end in time; and what `process` throws.
    package func carryOut(on process: any ExecutingProcess, clock: any RunClock) async throws -> Outcome {
        guard let owner = await process.owner else { return .notExecuted }
        guard owner.host == host else {
            throw StopRefusal("\(owner.words) executes the run `\(run)`: stop it on that machine")
        }
        try await process.interrupt()
        if cuts { try await process.interrupt() }
        let end = clock.now() + limit
        while await process.isAlive {
            if clock.now() >= end {
                throw StopRefusal(
                    "the run `\(run)` was asked to stop, but its process (\(owner.words)) has not ended: it finishes what "
                        + "it sent, or is suspended; to cut that off: `runbook stop \(run) --now`")
            }
            try await clock.sleep(for: .milliseconds(50))
        }
        return .stopped(owner: owner.words)
    }
}
