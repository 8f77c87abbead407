import RunbookEnvironment
import RunbookRun

/// Which environment a command means.
enum EnvironmentPlace {
    /// What `--env` says.
    case said(String)
    /// The one that a run began in.
    case kept(RunStart.Environment, path: String)
    /// The same, as it is now.
    case adopted(RunStart.Environment, path: String)

    /// The environment of a run that began before; nil for a sandbox of its own.
    ///
    /// - Parameter adopts: Whether what was edited since is taken over.
    init?(keptBy start: RunStart, adopts: Bool) {
        guard let path = start.environment.path else { return nil }
        self = adopts ? .adopted(start.environment, path: path) : .kept(start.environment, path: path)
    }

    /// The file.
    func file(by search: EnvironmentSearch) throws(EnvironmentProblems) -> EnvironmentFile {
        switch self {
        case .said(let name): try search.file(for: name)
        case .kept(let environment, let path), .adopted(let environment, let path):
            search.file(again: path, wasFound: environment.isFound)
        }
    }

    /// Refuses an environment that is another one than a run began in: what was approved was approved for that one.
    func hold(_ environment: Environment) throws(CommandFailure) {
        guard case .kept(let kept, _) = self, let hash = kept.sha256, hash != environment.sha256 else { return }
        throw CommandFailure(
            ExitStatus.waiting,
            lines: [
                "the environment file `\(environment.path)` was edited after the run started; "
                    + "restore the old file, or adopt the new one: `--adopt-env`"
            ])
    }
}
