/// Knows the processes that attempts start on this machine.
package protocol StartedProcesses: Sendable {
    /// Performs a request, and tells of each process that is started for it.
    func watching<Result: Sendable>(
        by observer: @escaping @Sendable (StartedProcess) -> Void, _ perform: @escaping @Sendable () async -> Result
    ) async -> Result

    /// Ends what still runs of an action of an earlier attempt.
    ///
    /// - Parameters:
    ///   - token: The token of the action.
    ///   - started: What the journal knows of it.
    /// - Returns: What was ended, a phrase each, in any order.
    func end(startedBy token: String, _ started: [StartedProcess]) async -> [String]
}

/// Knows of none.
package struct NoProcesses: StartedProcesses {
    /// Makes one.
    package init() {}

    /// Performs it.
    package func watching<Result: Sendable>(
        by observer: @escaping @Sendable (StartedProcess) -> Void, _ perform: @escaping @Sendable () async -> Result
    ) async -> Result { await perform() }

    /// Finds nothing.
    package func end(startedBy token: String, _ started: [StartedProcess]) async -> [String] { [] }
}
