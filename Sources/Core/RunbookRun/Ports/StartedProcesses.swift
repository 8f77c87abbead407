/// Finds the processes that an earlier attempt has started on this machine, and ends them.
package protocol StartedProcesses: Sendable {
    /// Ends what still runs of an action.
    ///
    /// - Parameter token: The token of the action.
    /// - Returns: What was ended, a phrase each, in any order.
    func end(startedBy token: String) async -> [String]
}

/// Knows of none.
package struct NoProcesses: StartedProcesses {
    /// Makes one.
    package init() {}

    /// Finds nothing.
    package func end(startedBy token: String) async -> [String] { [] }
}
