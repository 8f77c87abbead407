package import RunbookRun

/// A run as the list of runs shows it.
package struct RunSummary: Sendable, Hashable {
    /// The run's name.
    package let run: String
    /// The runbook's title.
    package let title: String
    /// The document as the user named it.
    package let file: String
    /// The environment's name.
    package let environment: String
    /// Whether it ran on a sandbox.
    package let isSandbox: Bool
    /// Where it is; `interrupted` when no event closed it and no process holds it.
    package let phase: RunPhase
    /// When its first event was written.
    package let started: Timestamp
    /// When its last event was written.
    package let updated: Timestamp
    /// Who carries it on at this moment.
    package let owner: Owner?
    /// Who began it; empty where its first event does not say it.
    package let user: String
}
