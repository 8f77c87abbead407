import RunbookApp
import RunbookEnvironment
import RunbookModel
import Terminal

extension RunSite {
    /// The texts that diagnostics about a run here point into.
    func sources(with document: RunnableDocument) -> [SourceText] {
        document.sources + (environment.map { [$0.source] } ?? [])
    }

    /// Asks for the name of a protected environment; piped input is never an answer.
    ///
    /// - Throws: `CommandFailure` when nobody can be asked, or another name is typed.
    func confirmProtected(_ console: Console?) async throws {
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
