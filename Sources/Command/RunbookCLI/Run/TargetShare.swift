import RunbookEngine
import RunbookEnvironment
import RunbookModel
import RunbookPlugin
import SandboxServer

/// Who gives the targets that a runbook declares: its environment, a sandbox that is started for it, or nobody.
struct TargetShare {
    /// The targets that a sandbox gives.
    let emulated: [TargetDeclaration]
    /// The targets that are nowhere, and whose steps are skipped.
    let absent: [TargetDeclaration]
    /// The names of those that the environment does not have.
    private let missing: Set<String>

    /// Shares the targets out.
    ///
    /// An environment that names none of the systems that the sandbox emulates leaves all of those to it. One that names
    /// some has to name them all: a cluster that was forgotten there must not be taken for an empty one.
    ///
    /// - Parameter environment: The environment; nil when there is none but the sandbox.
    init(_ targets: [TargetDeclaration], in environment: Environment?, kinds: TargetKinds) {
        let missing = targets.filter { environment?.target($0.name.value) == nil }
        self.missing = Set(missing.map(\.name.value))
        absent = missing.filter { kinds.known($0.kind.value)?.mayBeMissing == true }
        let others = missing.filter { kinds.known($0.kind.value)?.mayBeMissing != true }
        guard let environment else {
            emulated = others
            return
        }
        let namesSystems = environment.targets.contains { SystemFamilies.of($0.kind.value.name) != nil }
        let leavesThem = !namesSystems && !environment.targets.isEmpty && environment.sandbox == nil
        emulated = leavesThem ? others.filter { SystemFamilies.of($0.kind.value) != nil } : []
    }

    /// The names of the targets that the environment need not have.
    var dispensable: Set<String> { Set((emulated + absent).map(\.name.value)) }

    /// The names of the targets that nobody gives, and that a runbook uses in alternatives only.
    func unneeded(of binding: Binding) -> Set<String> {
        binding.optionalTargets.intersection(missing).subtracting(dispensable)
    }

    /// The names of the targets that are nowhere.
    var absentNames: Set<String> { Set(absent.map(\.name.value)) }

    /// What is said of the targets that are nowhere, and of those that a sandbox gives beside an environment.
    ///
    /// - Parameter environment: The environment; nil when there is none but the sandbox.
    func warnings(in environment: Environment?) -> [Diagnostic] {
        var warnings = absent.map { target in
            let name = target.name.value
            return Diagnostic(
                "environment/no-host", .warning, "the host `\(name)` is missing, so steps on it are skipped",
                at: target.name.span,
                help: environment.map { "to run them, add `\(name)` under `targets` in `\($0.file)`" }
                    ?? "to run them, write `\(name)` in an environment file, without the clusters: they stay "
                    + "on the sandbox")
        }
        if let environment, let first = emulated.first {
            let names = emulated.map { "`\($0.name.value)`" }.joined(separator: ", ")
            warnings.append(
                Diagnostic(
                    "environment/on-sandbox", .warning,
                    "the environment `\(environment.name)` has no clusters, so this run emulates them: \(names)",
                    at: first.name.span, help: "to use real clusters, add them under `targets` in `\(environment.file)`"
                ))
        }
        return warnings
    }
}
