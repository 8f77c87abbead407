/// Running a program to its end.
package enum Process {
    /// Runs a command and waits until it and its process group are gone.
    ///
    /// Cancelling the task stops the group like a deadline does, and still returns what there is, so that the caller
    /// can say what had happened by then.
    ///
    /// - Parameters:
    ///   - command: What to run.
    ///   - started: Called once, as soon as the process is there.
    /// - Throws: `SpawnError`, or `CancellationError` when the task was cancelled already; in both cases nothing ran.
    package static func run(
        _ command: ProcessCommand, started: (@Sendable (ProcessIdentity) -> Void)? = nil
    ) async throws -> ProcessResult {
        try Task.checkCancellation()
        let child = try await ChildProcess.start(command)
        started?(child.identity)
        child.closeInput()
        return await withTaskCancellationHandler {
            await child.result()
        } onCancel: {
            child.stop(.cancelled)
        }
    }
}
