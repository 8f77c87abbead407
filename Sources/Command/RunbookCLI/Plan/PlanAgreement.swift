import OrderedJSON
import RunbookApp
import RunbookEnvironment
import RunbookModel
import RunbookReport
import RunbookStore

/// Holds a run to the plan that was reviewed: the commands' side of `ReviewedPlan`.
struct PlanAgreement {
    /// The plan's SHA-256.
    var hash: String { file.hash }

    private let file: ReviewedPlan
    private let made: PlanMaker.Made
    private let options: RunOptions
    private let context: CommandContext

    /// Compares a plan file with what would be done now, before anything is contacted or fetched.
    ///
    /// - Throws: `CommandFailure` when they differ, or a run of this store has used the plan.
    init(_ name: String, _ options: RunOptions, for document: RunnableDocument, context: CommandContext) async throws {
        file = try PlanFile.read(name)
        self.options = options
        self.context = context
        made = try await PlanMaker(options: options, context: context).make(document)
        try refuse(
            file.differences(from: made.plan), code: "plan/differs",
            message: "`\(name)` differs from what would be done now")
        let store = try context.storeToRead(options.store)
        try await PlanAgreement.refuseUsed(hash, in: store)
    }

    /// Refuses a plan that a run of this store has used.
    static func refuseUsed(_ hash: String, in store: RunStore) async throws {
        if let run = try await store.run(ofPlan: hash) { throw used(by: run) }
    }

    /// The refusal of a plan that a run has used.
    static func used(by run: String) -> CommandFailure {
        CommandFailure(
            ExitStatus.planRefused,
            [
                Diagnostic(
                    "plan/used", "the run `\(run)` already used this plan", at: nil,
                    help: "resume that run: `runbook resume \(run)`", "or make a new plan, and have it reviewed")
            ])
    }

    /// Compares what was read between the comparison and the run, and the answers of a plan with `--probe`.
    ///
    /// - Throws: `CommandFailure` when something has changed.
    func hold(_ prepared: PreparedRun, at site: RunSite) async throws {
        let changes = ReviewedPlan.changes(since: made.plan, in: prepared.start)
        try refuse(changes, code: "plan/differs", message: "something changed while the plan was compared")
        guard file.isProbed else { return }
        let now = await made.plan.probed(
            by: prepared, context.expressions, clock: await SandboxRunClock.clock(control: site.control))
        try refuse(
            file.staleness(of: now), code: "plan/stale",
            message: "the plan is out of date: its reads now give another result")
    }

    private func refuse(_ differences: [PlanDifference], code: String, message: String) throws {
        if differences.isEmpty { return }
        let lines = PlanDifferences.text(differences.map { $0.rewritten(made.masker.masked) })
        throw CommandFailure(
            ExitStatus.planRefused,
            [Diagnostic(code, message, at: nil, help: "make a new plan, and have it reviewed")], details: lines)
    }
}
