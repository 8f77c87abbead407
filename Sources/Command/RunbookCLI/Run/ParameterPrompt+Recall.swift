import OrderedJSON
import RunbookApp
import RunbookModel
import RunbookRun

extension ParameterPrompt {
    /// The parameters of a run that began before: what was kept as it was, secrets from their sources again.
    func recall(
        _ declaration: Declaration, from start: RunStart, at site: RunSite
    ) async throws -> [ResolvedParameter] {
        let fresh = Declaration(
            version: declaration.version, targets: declaration.targets,
            parameters: declaration.parameters.filter(\.isSecret), fixture: declaration.fixture, span: declaration.span)
        let secrets = try await resolve(fresh, at: site)
        return declaration.parameters.compactMap { parameter in
            let name = parameter.name.value
            if parameter.isSecret { return secrets.first { $0.declaration.name.value == name } }
            guard let kept = start.parameters.first(where: { $0.name == name }), let value = kept.value else {
                return nil
            }
            return ResolvedParameter(declaration: parameter, value: value, source: kept.source)
        }
    }
}
