import Digests
import OrderedJSON
import RunbookApp
import RunbookEngine
import RunbookModel
import RunbookRun

/// Makes a plan of what `plan` and `exec --plan` are asked for: contacts nothing, and fetches no secret.
struct PlanMaker {
    /// A plan, and what it was made of.
    struct Made {
        /// The plan; it contains no secret by its making, and is masked all the same before it is shown.
        var plan: Plan
        /// Where it is for.
        let site: PlanSite
        /// What is not quite right with the environment.
        let warnings: [Diagnostic]
        /// The parameters without a value.
        let missing: [ParameterDeclaration]
        /// Replaces secrets that the process happens to know.
        let masker: Masker

        /// The SHA-256 of what the plan says.
        var hash: String { SHA256.hex(plan.json.bytes(.canonical)) }
        /// The plan as it may be shown.
        var shown: Plan { plan.rewritten(masker.masked) }
    }

    let options: RunOptions
    let context: CommandContext

    /// Makes the plan of a document.
    ///
    /// - Throws: `CommandFailure`.
    func make(_ document: RunnableDocument) async throws -> Made {
        let site = try PlanSite(options.environment, for: document, context: context)
        let sources = options.sources(in: site.environment, variables: context.variables)
        let resolution = ParameterResolution(
            document.declaration, from: sources, targets: site.setting.properties,
            late: document.binding.lateParameters, leavesSecrets: true)
        if !resolution.usageProblems.isEmpty {
            throw CommandFailure(ExitStatus.usage, lines: resolution.usageProblems)
        }
        let fixture = try await FixtureFile.load(
            for: document, at: DocumentFile.realPath(options.file), context: context)
        let draft = PlanDraft(
            document, after: fixture, in: site.planned, targets: site.targets, setting: site.setting,
            resolution: resolution,
            secretSources: site.secretSources(file: sources.file?.values), tool: Tool.version)
        let problems = resolution.diagnostics + draft.problems
        if problems.contains(where: { $0.severity == .error }) {
            throw CommandFailure(ExitStatus.invalid, problems, sources: site.sources)
        }
        return Made(
            plan: await draft.plan(with: context.registry, context.expressions), site: site,
            warnings: site.warnings + problems,
            missing: resolution.missing.filter { $0.defaultValue == nil },
            masker: Masker(secrets: site.secretVariables.compactMap { context.variables[$0] }))
    }
}
