import OrderedJSON
import RunbookApp
import RunbookEngine
import RunbookEnvironment
import RunbookModel
import RunbookReport
import RunbookStore
import Terminal

/// Carries out `exec`: from the file to the report.
struct RunExecution {
    let request: RunRequest
    let context: CommandContext

    /// Runs, and says how the process ends.
    func run() async throws -> Int32 {
        let document = try await checkedDocument()
        guard let binding = document.binding else { return ExitStatus.invalid }
        // A report that cannot be written is better known before the first step than after the last.
        if let report = request.report { try DocumentFile.open(report) }
        async let commit = GitState.of(DocumentFile.realPath(request.file), variables: context.variables)
        let site = try await RunSite.open(
            request.environment, for: binding.runbook.declaration, document: document.source, at: request.file,
            context: context)
        do {
            let status = try await run(document, binding, at: site, commit: await commit)
            await site.close()
            return status
        } catch {
            await site.close()
            throw error
        }
    }

    /// The document, which must be a runbook without errors.
    private func checkedDocument() async throws -> CheckedDocument {
        let source: SourceText
        do {
            source = try DocumentFile.read(request.file)
        } catch {
            throw CommandFailure(ExitStatus.invalid, [error])
        }
        let document = await DocumentCheck(registry: context.registry, expressions: context.expressions).check(source)
        if document.isRunnable {
            tellWarnings(of: document)
            return document
        }
        if document.isRunbook { throw CommandFailure(ExitStatus.invalid, document.diagnostics, sources: [source]) }
        throw CommandFailure(
            ExitStatus.invalid,
            lines: ["`\(VisibleText.visible(request.file))` is no runbook: it has no fence `yaml runbook`"])
    }

    /// Warnings are for the author; during an incident one line says that there are some.
    private func tellWarnings(of document: CheckedDocument) {
        let count = document.diagnostics.filter { $0.severity == .warning }.count
        guard count > 0 else { return }
        let file = VisibleText.visible(request.file)
        context.messages.line("\(count) \(count == 1 ? "warning" : "warnings"): see `runbook check \(file)`")
    }

    private func run(
        _ document: CheckedDocument, _ binding: Binding, at site: RunSite, commit: (id: String, isModified: Bool)?
    ) async throws -> Int32 {
        context.print(site.warnings, sources: [document.source] + (site.environment.map { [$0.source] } ?? []))
        let console = RunConsole.person(context)
        let parameters = try await ParameterPrompt(
            request: request, context: context, console: request.saysYes ? nil : console
        ).resolve(binding.runbook.declaration, at: site)
        try await confirmProtected(site, console: console)
        let preflight = await Preflight.look(
            at: site.setting, for: binding, choice: RunPreparation.choice(parameters), registry: context.registry)
        if preflight.diagnostics.contains(where: { $0.severity == .error }) {
            throw CommandFailure(
                ExitStatus.invalid, preflight.diagnostics,
                sources: [document.source] + (site.environment.map { [$0.source] } ?? []))
        }
        context.print(preflight.diagnostics, sources: [document.source])
        let preparation = RunPreparation(
            document: document, binding: binding, path: DocumentFile.realPath(request.file), commit: commit,
            setting: site.setting, targets: preflight.targets, parameters: parameters, saysYes: request.saysYes,
            tool: Tool.version, operatorName: context.user, host: context.host)
        let performance = RunPerformance(
            context: context, request: request, site: site, document: document.source, console: console)
        return try await performance.begin(preparation)
    }

    /// A protected environment wants its name typed; piped input is never an answer.
    private func confirmProtected(_ site: RunSite, console: Console?) async throws {
        guard let environment = site.environment, environment.isProtected else { return }
        let name = VisibleText.visible(environment.name)
        guard let console else {
            throw CommandFailure(
                ExitStatus.waiting,
                lines: ["the environment `\(name)` is protected: its name is typed at a terminal before a run"])
        }
        let typed = try await console.ask("`\(name)` is protected. Type its name to go on: ")
        if typed != environment.name {
            throw CommandFailure(
                typed == nil ? ExitStatus.waiting : ExitStatus.aborted, lines: ["nothing was sent to `\(name)`"])
        }
    }
}
