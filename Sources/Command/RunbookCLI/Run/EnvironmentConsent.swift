import RunbookApp
import RunbookEnvironment
import RunbookModel
import RunbookRun
import Terminal

/// Whether a run that started before continues in an environment that was edited since.
struct EnvironmentConsent {
    let check: ResumeCheck
    /// What continues the run: `resume` or `undo`.
    let command: String
    let context: CommandContext
    /// Who is asked; nil when nobody can be.
    let console: Console?

    /// Asks before anything of an edited file is used: no secret is fetched, and nothing is contacted.
    ///
    /// - Returns: Whether the edited file is adopted; false where it is as it was.
    /// - Throws: `ResumeRefusal` where nobody adopts it.
    func adopts(what document: RunnableDocument, of start: RunStart) async throws -> Bool {
        guard let hash = start.environment.sha256, let place = EnvironmentPlace(keptBy: start, adopts: true) else {
            return false
        }
        let (environment, _) = try RunSite.read(place, for: document, at: start.document.path, context: context)
        if environment.sha256 == hash { return false }
        var changes = ["its file was edited"]
        for target in environment.targets {
            guard let before = start.targets.first(where: { $0.name == target.name.value }) else { continue }
            for address in target.addresses where !before.address.contains(address.text.value) {
                changes.append("`\(target.name.value)` was at \(before.address) and is at \(address.text.value) now")
            }
        }
        try await ask(changes)
        return true
    }

    /// What is taken over of another environment, as events.
    ///
    /// - Parameters:
    ///   - adopts: Whether somebody has said so already.
    func events(of begun: RunStart, since start: RunStart, adopts: Bool) async throws -> [RunEvent] {
        var changes = try check.targetChanges(begun.targets)
        if let path = begun.environment.path, path != start.environment.path {
            changes.insert("it is `\(path)` now", at: 0)
        } else if begun.environment.sha256 != start.environment.sha256 {
            changes.insert("its file was edited", at: 0)
        }
        if changes.isEmpty { return [] }
        if !adopts { try await ask(changes) }
        return [.environmentAdopted(by: context.user, environment: begun.environment, targets: begun.targets)]
    }

    private func ask(_ changes: [String]) async throws {
        guard let console else { throw check.refuseEnvironment(changes, continuedBy: command) }
        console.write("the environment changed after the run started:\n")
        for change in changes { console.write("  \(VisibleText.visible(change))\n") }
        let answer = try await console.choose("Continue in it?", from: ["no", "yes"])
        if answer != 1 { throw check.refuseEnvironment(changes, continuedBy: command) }
    }
}
