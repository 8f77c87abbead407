import RunbookApp
import RunbookEngine
import RunbookModel

/// Carries out `exec`: from the file to the report.
struct RunExecution {
    let request: RunRequest
    let context: CommandContext

    /// Runs, and says how the process ends.
    func run() async throws -> Int32 {
        let document = try await DocumentFile.runnable(request.file, context: context)
        tellWarnings(of: document)
        // A report that cannot be written is better known before the first step than after the last.
        if let report = request.report { try DocumentFile.open(report) }
        var agreement: PlanAgreement?
        if let plan = request.plan {
            agreement = try await PlanAgreement(plan, request, for: document, context: context)
        }
        return try await run(document, agreement)
    }

    private func run(_ document: RunnableDocument, _ agreement: PlanAgreement?) async throws -> Int32 {
        let path = DocumentFile.realPath(request.file)
        let fixture = try await FixtureFile.load(for: document, at: path, context: context)
        let commit = Task { await GitState.of(path, text: document.source, variables: context.variables) }
        return try await RunSite.with(
            request.environment.map { .said($0) }, for: document, at: request.file, context: context
        ) { site in
            context.print(site.warnings, sources: site.sources(with: document))
            let console = context.person
            let prompt = ParameterPrompt(request: request, context: context, console: request.saysYes ? nil : console)
            let draft = RunDraft(
                document: document, path: path, commit: await commit.value, fixture: fixture,
                setting: site.setting, saysYes: request.saysYes, plan: agreement?.hash,
                secrets: context.secrets, origin: context.origin)
            let preparation = try await site.prepare(
                draft, document: document, console: console, context: context
            ) {
                try await prompt.resolve(document.declaration, late: document.binding.lateParameters, at: site)
            }
            try await agreement?.hold(preparation, at: site)
            return try await RunPerformance(
                context: context, request: request, site: site, documents: document.sources, console: console
            ).begin(preparation)
        }
    }

    /// Warnings are for the author; during an incident one line says that there are some.
    private func tellWarnings(of document: RunnableDocument) {
        let count = document.warnings.filter { $0.severity == .warning }.count
        guard count > 0 else { return }
        let file = VisibleText.visible(request.file)
        context.messages.line("\(count) \(count == 1 ? "warning" : "warnings"): see `runbook check \(file)`")
    }
}
