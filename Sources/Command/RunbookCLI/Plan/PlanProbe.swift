import RunbookApp
import RunbookEngine
import RunbookModel
import RunbookRun

/// Performs the reads of a plan, and only them.
struct PlanProbe {
    let request: RunRequest
    let context: CommandContext
    let document: RunnableDocument

    /// The plan with what its reads say now.
    ///
    /// - Throws: `CommandFailure` when a target is not there, or a secret that a read needs.
    func answered(_ plan: Plan) async throws -> Plan {
        try await RunSite.with(request.environment.map { .said($0) }, for: document, at: request.file, context: context)
        { site in
            let prompt = ParameterPrompt(request: request, context: context, console: context.person)
            let draft = RunDraft(
                document: document, path: DocumentFile.realPath(request.file), setting: site.setting, saysYes: false,
                secrets: context.secrets, origin: context.origin)
            let preparation: RunPreparation
            do {
                preparation = try await draft.prepare(with: context.registry) {
                    try await prompt.resolve(document.declaration, late: document.binding.lateParameters, at: site)
                }
            } catch let failure as PreflightFailure {
                throw CommandFailure(
                    ExitStatus.invalid, failure.diagnostics, sources: site.sources(with: document))
            }
            return await PlanProbe.answered(plan, by: preparation, at: site, context: context)
        }
    }

    /// The plan with what its reads say now, asked in a run that was prepared and has not begun.
    static func answered(
        _ plan: Plan, by preparation: RunPreparation, at site: RunSite, context: CommandContext
    ) async -> Plan {
        let ports = RunPorts(
            journal: MemoryJournal(), expressions: context.expressions, people: Nobody(),
            clock: await SandboxRunClock.clock(control: site.control), interruption: Interruption(),
            observe: { _, _, _ in })
        let results = await Runner(scopes: preparation.scopes, ports: ports).probe(plan.steps)
        var plan = plan
        for index in plan.steps.indices { plan.steps[index].probe = results[plan.steps[index].id] }
        return plan
    }
}
