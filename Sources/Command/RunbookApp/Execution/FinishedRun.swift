package import RunbookEngine
package import RunbookRun

/// A run that this process has carried out, as far as it could.
package struct FinishedRun: Sendable {
    /// Its name.
    package let run: String
    /// How it ended.
    package let ending: RunEnding
    /// Where it is now.
    package let state: RunState
}
