import Files
import RunbookEngine
import RunbookEnvironment
import RunbookModel
import RunbookRun

/// The secrets of a run that a process can know which does not carry it on: those in variables and files.
///
/// No program is started for them, and nobody is asked, so those of commands, prompts and responses stay unknown.
struct KnownSecrets {
    let start: RunStart
    let context: CommandContext

    /// Adds them to what this process masks.
    func add() async {
        var sources: [SecretSource] = start.parameters.filter(\.isSecret).compactMap { parameter in
            parameter.source.hasPrefix("env:") ? .variable(String(parameter.source.dropFirst(4))) : nil
        }
        var trust = FileTrust.own
        if let place = EnvironmentPlace(keptBy: start, adopts: true),
            let file = try? place.file(
                by: EnvironmentSearch(runbook: start.document.path, variables: context.variables)),
            let (environment, _) = try? Environment.read(file, kinds: context.registry.kinds)
        {
            trust = environment.fileTrust
            sources += environment.targets.flatMap(\.credentials).map(\.source)
            sources += environment.parameters.compactMap(\.secretSource)
        }
        let resolver = SecretResolver(variables: context.variables, files: trust, secrets: context.secrets)
        for source in sources {
            if case .command = source { continue }
            _ = try? await resolver.secret(from: source)
        }
    }
}
