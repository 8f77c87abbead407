import OrderedJSON
import RunbookApp
import RunbookEnvironment
import RunbookModel
import RunbookReport
import RunbookStore

/// Holds a run to the plan that was reviewed.
///
/// Everything is rendered again, and whatever differs is a refusal. So nothing
/// of the file is ever carried out, and an edited one can smuggle nothing in.
struct PlanAgreement {
    /// The plan's SHA-256.
    var hash: String { file.hash }

    private let file: PlanFile
    private let made: PlanMaker.Made
    private let request: RunRequest
    private let context: CommandContext

    /// Compares a plan file with what would be done now, before anything is contacted or fetched.
    ///
    /// - Throws: `CommandFailure` when they differ, or a run of this store has used the plan.
    init(_ name: String, _ request: RunRequest, for document: RunnableDocument, context: CommandContext) async throws {
        file = try PlanFile.read(name)
        self.request = request
        self.context = context
        made = try await PlanMaker(request: request, context: context).make(document)
        let differences = PlanDifferences.between(
            file.plan, made.plan.json, ignoringProbes: file.plan["probed"] == true)
        try refuse(differences, code: "plan/differs", message: "`\(name)` is not what would be done now")
        let store = try RunStore(StoreFolder(option: request.store, environment: context.variables), access: .read)
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
                    "plan/used", "the run `\(run)` has used this plan", at: nil,
                    help: "go on with that run: `runbook resume \(run)`", "or make a new plan, and have it reviewed")
            ])
    }

    /// Compares what was read between the comparison and the run, and the answers of a plan with `--probe`.
    ///
    /// - Throws: `CommandFailure` when something has changed.
    func hold(_ preparation: RunPreparation, at site: RunSite) async throws {
        var differences: [PlanDifference] = []
        if site.environment?.sha256 != made.plan.environment.sha256 {
            differences.append(PlanDifference(place: "environment file", before: nil, after: nil))
        }
        if preparation.start.documents.first(where: { $0.role == .fixture })?.sha256 != made.plan.fixture?.sha256 {
            differences.append(PlanDifference(place: "fixture", before: nil, after: nil))
        }
        for planned in made.plan.parameters where !planned.isSecret {
            guard let value = planned.value,
                let taken = preparation.start.parameters.first(where: { $0.name == planned.name })?.value,
                value != taken
            else { continue }
            differences.append(
                PlanDifference(place: "parameter \(planned.name)", before: value.text(), after: taken.text()))
        }
        let message = "something was changed while the plan was compared"
        try refuse(differences, code: "plan/differs", message: message)
        guard file.plan["probed"] == true else { return }
        let now = await PlanProbe.answered(made.plan, by: preparation, at: site, context: context)
        try refuse(
            PlanDifferences.between(file.plan, now.json), code: "plan/stale",
            message: "the plan is stale: its reads say something else now")
    }

    private func refuse(_ differences: [PlanDifference], code: String, message: String) throws {
        if differences.isEmpty { return }
        let lines = PlanDifferences.text(differences.map { $0.rewritten(made.masker.masked) })
        throw CommandFailure(
            ExitStatus.planRefused,
            [Diagnostic(code, message, at: nil, help: "make a new plan, and have it reviewed")], details: lines)
    }
}
