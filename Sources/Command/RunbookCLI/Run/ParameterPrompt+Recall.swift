import OrderedJSON
import RunbookApp
import RunbookModel
import RunbookRun

extension ParameterPrompt {
    /// The parameters of a run that began before: what was kept as it was, secrets from their sources again, and what
    /// an edited document declares for the first time; those that steps give their values are left to them.
    ///
    /// - Parameter changed: Those that get another value.
    func recall(
        _ declaration: Declaration, late: Set<String>, from start: RunStart, at site: RunSite,
        changing changed: Set<String> = []
    ) async throws -> [ResolvedParameter] {
        let known = Set(start.parameters.filter { $0.value != nil }.map(\.name)).subtracting(changed)
        let fresh = Declaration(
            version: declaration.version, targets: declaration.targets,
            parameters: declaration.parameters.filter { $0.isSecret || !known.contains($0.name.value) },
            fixture: declaration.fixture, span: declaration.span)
        let madeUp = Set(start.parameters.filter { $0.source == "random" }.map(\.name))
        let resolved = try await resolve(fresh, late: late, madeUp: madeUp, at: site)
        try checkMadeUp(resolved, as: start, madeUp)
        try checkGiven(resolved, as: start, madeUp)
        return declaration.parameters.compactMap { parameter in
            let name = parameter.name.value
            if parameter.isSecret || !known.contains(name) {
                return resolved.first { $0.declaration.name.value == name }
            }
            guard let kept = start.parameters.first(where: { $0.name == name }), let value = kept.value else {
                return nil
            }
            return ResolvedParameter(declaration: parameter, value: value, source: kept.source)
        }
    }

    /// Refuses another secret than the one that was made up when the run started, which its steps may have used.
    private func checkMadeUp(
        _ resolved: [ResolvedParameter], as start: RunStart, _ madeUp: Set<String>
    ) throws(CommandFailure) {
        for parameter in resolved where madeUp.contains(parameter.declaration.name.value) {
            let name = parameter.declaration.name.value
            let before = start.parameters.first { $0.name == name }?.proof
            guard parameter.source == "random", parameter.proof == nil || before != nil && parameter.proof != before
            else { continue }
            let variable = ParameterResolution.variable(name)
            throw CommandFailure(
                ExitStatus.waiting,
                lines: [
                    "the secret `\(VisibleText.visible(name))` was random when the run started, and cannot be made again: "
                        + "the file `random.key` of the store was removed or replaced",
                    "restore that file, or set `\(variable)` to the secret; otherwise start a new run",
                ])
        }
    }

    /// Refuses to make a secret up that had a source when the run started: its steps have used another one.
    private func checkGiven(
        _ resolved: [ResolvedParameter], as start: RunStart, _ madeUp: Set<String>
    ) throws(CommandFailure) {
        for parameter in resolved where parameter.source == "random" {
            let name = parameter.declaration.name.value
            guard !madeUp.contains(name), let before = start.parameters.first(where: { $0.name == name }) else {
                continue
            }
            throw CommandFailure(
                ExitStatus.waiting,
                lines: [
                    "the secret `\(VisibleText.visible(name))` came from \(VisibleText.visible(before.source)) when the run "
                        + "started, and has no value now",
                    "set `\(ParameterResolution.variable(name))` to the same secret",
                ])
        }
    }
}
