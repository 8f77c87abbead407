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
}
