/// The time of a run: real, or that of a sandbox with virtual time (semantics, "Time").
package protocol RunClock: Sendable {
    /// The time since some fixed moment, on which every pause and ceiling is measured.
    func now() -> Duration

    /// The wall clock's time, for the journal.
    func wall() -> Timestamp

    /// Waits.
    ///
    /// - Throws: `CancellationError` when the task is cancelled.
    func sleep(for duration: Duration) async throws(CancellationError)

    /// Notes that virtual time moved while a target held a request; real time has moved by itself.
    func passed(_ duration: Duration)
}

extension RunClock {
    /// Notes nothing, as a clock of real time does.
    package func passed(_ duration: Duration) {}
}
