package import RunbookRun

/// Where runs are stored, as far as carrying one out needs it.
package protocol RunArchive: Sendable {
    /// Makes a new run; this process owns it until its journal is closed.
    func begin() async throws -> any OwnedJournal

    /// Uses a plan for a run, once and for all.
    ///
    /// - Returns: The run that used it before; nil when it is this run's now.
    func use(plan hash: String, for run: String) async throws -> String?

    /// Claims targets and a document, so that no other run of the document acts on the same targets.
    ///
    /// - Parameter subject: The addresses of the targets, and the real path of the document.
    func claim(_ subject: [String]) async throws -> TargetClaim
}

/// A journal that this process owns until it closes it.
package protocol OwnedJournal: Journal {
    /// Gives the run up: what was written is on the disk, and another process can continue it.
    func close() async throws(JournalFailure)
}

/// What became of a claim.
package enum TargetClaim: Sendable {
    /// The targets belong to this run until it releases them.
    case granted(release: @Sendable () -> Void)
    /// Another run has them: who carries it out, and the error where nobody waits.
    case held(by: String, any Error)
}
