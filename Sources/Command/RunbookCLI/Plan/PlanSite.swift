import OrderedJSON
import RunbookApp
import RunbookEngine
import RunbookEnvironment
import RunbookModel
import RunbookRun

/// Where a plan is for: an environment whose file was read, or a sandbox that the run would start.
///
/// Nothing is contacted, no secret is fetched and no program runs, so it needs no trust either.
struct PlanSite {
    /// The environment; nil for a sandbox.
    let environment: Environment?
    /// Warnings about its file.
    let warnings: [Diagnostic]
    private let document: RunnableDocument
    private let share: TargetShare

    /// Reads the environment that `--env` names.
    ///
    /// - Throws: `CommandFailure`.
    init(_ name: String?, for document: RunnableDocument, context: CommandContext) throws {
        self.document = document
        if let name {
            (environment, warnings) = try RunSite.read(
                .said(name), for: document, at: document.source.file, context: context)
        } else {
            (environment, warnings) = (
                nil,
                TargetShare(document.declaration.targets, in: nil, kinds: context.registry.kinds).warnings(in: nil)
            )
        }
        share = TargetShare(document.declaration.targets, in: environment, kinds: context.registry.kinds)
        let plan = SandboxPlan(for: share.emulated)
        if !plan.diagnostics.isEmpty {
            throw CommandFailure(ExitStatus.invalid, plan.diagnostics, sources: [document.source])
        }
    }

    /// The texts that diagnostics point into.
    var sources: [SourceText] { document.sources + (environment.map { [$0.source] } ?? []) }

    /// The environment as the plan shows it.
    var planned: Plan.Environment {
        Plan.Environment(
            environment?.heading ?? .sandbox, isProtected: environment?.isProtected ?? false)
    }

    /// The environment and its targets without credentials.
    var setting: RunSetting {
        RunSetting(
            environment: .init(environment?.heading ?? .sandbox, path: environment?.path),
            targets: environment?.targetsWithoutSecrets(for: document.declaration.targets) ?? [],
            absent: share.absentNames, unneeded: share.unneeded(of: document.binding))
    }

    /// The targets as the plan shows them.
    var targets: [PlannedTarget] {
        let absent = share.absentNames.union(share.unneeded(of: document.binding))
        return document.declaration.targets.map { declared in
            let (name, kind) = (declared.name.value, declared.kind.value)
            guard let target = environment?.target(name) else {
                let isAbsent = absent.contains(name)
                return PlannedTarget(
                    TargetHeading(name: name, kind: kind), address: isAbsent ? "\(kind), which is missing" : nil)
            }
            return PlannedTarget(
                TargetHeading(name: name, kind: kind, isVerified: target.isVerified), address: target.place,
                user: target.user,
                credentials: target.credentials.map { .init(name: $0.name, source: $0.source.portableLabel) })
        }
    }

    /// Where the secret parameters come from; one that is not there is given to the run itself.
    func secretSources(file: JSONObject?) -> [String: String] {
        var sources: [String: String] = [:]
        for parameter in document.declaration.parameters where parameter.isSecret {
            let name = parameter.name.value
            if file?[name] != nil {
                sources[name] = "file"
            } else if let source = environment?.parameter(name)?.secretSource {
                sources[name] = source.portableLabel
            }
        }
        return sources
    }

    /// The variables that secrets of this plan come from: their texts are masked where the process happens to have them,
    /// and nothing else is done with them.
    var secretVariables: [String] {
        var names: [String] = []
        for declared in document.declaration.targets {
            names += environment?.target(declared.name.value)?.credentials.compactMap(\.source.variable) ?? []
        }
        for parameter in document.declaration.parameters where parameter.isSecret {
            names.append(ParameterResolution.variable(parameter.name.value))
            if let name = environment?.parameter(parameter.name.value)?.secretSource?.variable { names.append(name) }
        }
        return names
    }
}

extension SecretSource {
    /// What is recorded, without the folders of this machine: a plan is made on one and used on another.
    fileprivate var portableLabel: String {
        if case .file = self { "file" } else { label }
    }

    fileprivate var variable: String? {
        if case .variable(let name) = self { name } else { nil }
    }
}
