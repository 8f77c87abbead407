import RunbookApp
import RunbookModel
import RunbookReport

/// Why a run cannot be gone on with by this version.
enum ResumeRefusal {
    /// The reason, and what to do, a line each; nil when the run can be gone on with.
    ///
    /// - Parameter settled: The steps in doubt about which a person has said what was found.
    static func reason(_ state: RunState, run: String, settled: Set<String>) -> [String]? {
        guard let start = state.start else { return nil }
        if start.environment.isSandbox, start.environment.path == nil {
            return ["the sandbox of the run `\(run)` ended with its process; begin a new run"]
        }
        if state.phase == .aborted { return ["the run `\(run)` was aborted by a person; begin a new run"] }
        for step in start.outline.steps {
            let record = state.step(step.id)
            if start.document(of: step).role == .fixture, !record.state.isDone {
                return ["the fixture of the run `\(run)` did not come to its end; begin a new run, it can be repeated"]
            }
            if record.state == .inDoubt, !settled.contains(step.id) {
                return [
                    "the step `\(step.id)` is in doubt: \(record.doubt ?? "something was sent and not answered"); "
                        + "look at its target, then say what you found:",
                    NextCommands.confirm(run, step.id, record, isDoubtful: true),
                ]
            }
            if record.state == .failed, record.applied != .no {
                let changed =
                    record.applied == .yes ? "after it had changed its target" : "and may have changed its target"
                return [
                    "the step `\(step.id)` failed \(changed); "
                        + "look at it, then begin a new run: what holds already is not done again"
                ]
            }
        }
        return nil
    }

    /// Refuses to go on with other programs than those that the run began with: what was approved was approved for them.
    ///
    /// The tool's own handlers may become newer, but not in a run of a plan, which was reviewed to the byte.
    static func hold(_ plugins: [Plan.Plugin], to start: RunStart, run: String) throws(CommandFailure) {
        if start.plan != nil, start.tool != Tool.version {
            throw CommandFailure(
                ExitStatus.planRefused,
                lines: [
                    "the run `\(run)` follows a plan of runbook \(start.tool), and this is \(Tool.version); "
                        + "use that version, or make a new plan"
                ])
        }
        for before in start.plugins ?? [] {
            let now = plugins.first { $0.name == before.name }
            let isOwn = before.executable == nil && now?.executable == nil && start.plan == nil
            if isOwn || now == before { continue }
            throw CommandFailure(
                ExitStatus.waiting,
                lines: [
                    "the plugin `\(before.name)` was changed since the run `\(run)` began; "
                        + "put the old one back, or begin a new run: what holds already is not done again"
                ])
        }
    }
}
