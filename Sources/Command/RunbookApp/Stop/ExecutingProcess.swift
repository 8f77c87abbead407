/// The process that executes a run.
package protocol ExecutingProcess: Sendable {
    /// Who executes the run, in words, and on which machine; nil when no process does.
    var owner: (words: String, host: String)? { get async }
    /// Whether it still executes the run.
    var isAlive: Bool { get async }

    /// Asks it to stop: first gently, the second time at once.
    ///
    /// - Throws: `StopRefusal` when it cannot be reached.
    func interrupt() async throws
}
