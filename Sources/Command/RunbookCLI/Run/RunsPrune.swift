import RunbookModel
import RunbookReport
import RunbookRun
import RunbookStore

/// Removes runs from the store: those that are named, or those that ended long ago.
struct RunsPrune {
    let context: CommandContext
    let store: RunStore

    /// The runs that ended so long ago; none that waits, is in doubt or was interrupted, for somebody may still need it.
    func ended(before age: Duration) async throws -> [RunSummary] {
        let now = RealClock.wallTime()
        return try await store.runs().filter { run in
            [.passed, .failed, .aborted, .undone].contains(run.phase) && run.owner == nil
                && now.since(run.updated) >= age
        }
    }

    /// Removes runs, and says which.
    ///
    /// - Parameter isDry: Whether it is only said what would be removed.
    func remove(_ runs: [RunSummary], isDry: Bool) async throws -> Int32 {
        for run in runs {
            if !isDry { try await store.remove(run.run, context.session) }
            let title = VisibleText.visible(run.title)
            context.result.line("\(isDry ? "would remove" : "removed") \(run.run)  \(run.phase.rawValue)  \(title)")
        }
        if !isDry, !runs.isEmpty { await store.compact() }
        context.result.line("\(runs.count) \(runs.count == 1 ? "run" : "runs")\(isDry ? ", nothing was removed" : "")")
        return ExitStatus.done
    }
}
