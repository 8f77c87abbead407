import RunbookApp
import RunbookEnvironment
import RunbookModel
import Terminal

extension RunSite {
    /// Prepares a run here: values of parameters, the operator's consent, a look at the targets.
    ///
    /// - Parameters:
    ///   - document: The document, whose texts problems point into.
    ///   - console: Who is asked.
    ///   - parameters: Finds the values; it may ask a person.
    /// - Throws: `CommandFailure`.
    func prepare(
        _ draft: RunDraft, document: RunnableDocument, console: Console?, context: CommandContext,
        parameters: () async throws -> [ResolvedParameter]
    ) async throws -> RunPreparation {
        do {
            let preparation = try await draft.prepare(with: context.registry) {
                let parameters = try await parameters()
                try await confirmProtected(console)
                return parameters
            }
            context.print(preparation.warnings, sources: document.sources)
            return preparation
        } catch let failure as PreflightFailure {
            throw CommandFailure(ExitStatus.invalid, failure.diagnostics, sources: sources(with: document))
        }
    }

    /// The texts that diagnostics about a run here point into.
    func sources(with document: RunnableDocument) -> [SourceText] {
        document.sources + (environment.map { [$0.source] } ?? [])
    }

    /// A protected environment wants its name typed; piped input is never an answer.
    private func confirmProtected(_ console: Console?) async throws {
        guard let environment, environment.isProtected else { return }
        let name = VisibleText.visible(environment.name)
        guard let console else {
            throw CommandFailure(
                ExitStatus.waiting,
                lines: [
                    "the environment `\(name)` is protected: run this at a terminal, where you type its name to confirm"
                ])
        }
        let typed = try await console.ask("`\(name)` is protected. Type its name to continue: ")
        if typed != environment.name {
            throw CommandFailure(
                typed == nil ? ExitStatus.waiting : ExitStatus.aborted, lines: ["nothing was sent to `\(name)`"])
        }
    }
}
