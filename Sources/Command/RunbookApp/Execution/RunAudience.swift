package import RunbookEngine
package import RunbookRun

/// Who is there during a run: sees what happens, answers questions, and can stop it.
package protocol RunAudience: Sendable {
    /// Lets a run happen.
    ///
    /// - Parameters:
    ///   - journal: The journal of the run.
    ///   - act: The run itself.
    func attend<Result: Sendable>(
        _ journal: any Journal, _ act: @Sendable (RunPorts) async -> Result
    ) async throws -> Result

    /// Says something about the run that is not an event of it.
    func say(_ text: String)

    /// Waits a moment for another run to end.
    ///
    /// - Parameter owner: Who carries that run out.
    func wait(for owner: String) async throws
}
