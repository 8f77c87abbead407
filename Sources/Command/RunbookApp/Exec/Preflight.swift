import OrderedJSON
package import RunbookEngine
package import RunbookModel
import RunbookPlugin
package import RunbookRun

/// Looks at the targets before anything is sent to them; stops on the first lie, not in step 7.
package struct Preflight: Sendable {
    /// What the targets said, in the order of the declaration.
    package let targets: [RunStart.Target]
    /// What is wrong.
    package let diagnostics: [Diagnostic]

    /// Looks at every target of a runbook, all at once.
    package static func examine(
        at setting: RunSetting, for binding: Binding, parameters: [ResolvedParameter], registry: HandlerRegistry,
        timeout: Duration = .seconds(10)
    ) async -> Preflight {
        let declared = binding.runbook.declaration.targets
        let found = await withTaskGroup(of: (String, Examination).self) { group in
            for declaration in declared {
                guard let target = setting.targets[declaration.name.value],
                    let examiner = registry.examiner(ofKind: target.kind)
                else { continue }
                group.addTask { (target.name, await examiner.examine(target, timeout: timeout)) }
            }
            var found: [String: Examination] = [:]
            for await (name, examination) in group { found[name] = examination }
            return found
        }
        var targets: [RunStart.Target] = []
        var diagnostics: [Diagnostic] = []
        for declaration in declared {
            guard let target = setting.targets[declaration.name.value], let seen = found[target.name] else { continue }
            diagnostics += seen.diagnostics
            targets.append(
                RunStart.Target(
                    TargetHeading(
                        name: target.name, kind: target.kind,
                        isVerified: registry.targetKind(target.kind)?.isVerified(settings: target.settings) ?? true),
                    address: seen.address, identity: seen.identity, product: seen.product,
                    properties: target.properties))
        }
        diagnostics += await unmetDemands(at: setting, for: binding, registry: registry, timeout: timeout)
        diagnostics += sameIdentity(targets)
        diagnostics += problems(at: setting, for: binding, parameters: parameters)
        return Preflight(targets: targets, diagnostics: diagnostics)
    }

    /// What is wrong with an environment, as far as it can be told without contacting it.
    static func problems(
        at setting: RunSetting, for binding: Binding, parameters: [ResolvedParameter]
    ) -> [Diagnostic] {
        let part = DocumentPart(binding, parameters: parameters, targets: setting.targets)
        return part.diagnostics + missingTargets(of: part, at: setting)
            + part.all.flatMap { part in
                reviews(of: part)
                    + PropertyCheck.missing(in: part.binding, choice: part.choice, properties: part.properties)
                    + ValueCheck.unfit(
                        in: part.binding, parameters: part.parameters, properties: part.properties)
            }
    }

    /// Targets that the environment does not have, of steps that the choice does not exclude.
    private static func missingTargets(of part: DocumentPart, at setting: RunSetting) -> [Diagnostic] {
        let choice = part.choice
        let steps = part.binding.steps.filter { $0.step.keys.alternatives.allSatisfy { $0.admits(choice) } }
        var seen: Set<String> = []
        return steps.flatMap { bound in
            let missing = bound.places.filter { setting.unneeded.contains($0) && seen.insert($0).inserted }
            let own = missing.map { name in
                Diagnostic(
                    "environment/missing-target",
                    "the environment `\(setting.environment.name)` has no target `\(name)`, which the step "
                        + "`\(bound.id)` acts on", at: bound.step.span,
                    help: "add `\(name)` below `targets`, or choose another alternative")
            }
            return own + (part.includes[bound.index].map { missingTargets(of: $0, at: setting) } ?? [])
        }
    }

    /// What documents that are included require of targets beyond what is required of them anyway.
    private static func unmetDemands(
        at setting: RunSetting, for binding: Binding, registry: HandlerRegistry, timeout: Duration
    ) async -> [Diagnostic] {
        let part = DocumentPart(binding, parameters: [], targets: setting.targets)
        var diagnostics: [Diagnostic] = []
        for included in part.all.dropFirst() {
            for declared in included.binding.runbook.declaration.targets {
                guard let target = included.targets[declared.name.value],
                    let examiner = registry.examiner(ofKind: target.kind)
                else { continue }
                let wanted = JSONObject(declared.requirements.map { ($0.name.value, $0.value.value) })
                let isNew = wanted.contains { $0.name != "cloud" && target.requirements[$0.name] != $0.value }
                guard isNew else { continue }
                let examined = await examiner.examine(target.demanding(wanted), timeout: timeout)
                diagnostics += examined.diagnostics
            }
        }
        return diagnostics
    }

    /// What handlers find wrong with requests now that the targets are known, for the steps that the choice does not
    /// exclude.
    private static func reviews(of part: DocumentPart) -> [Diagnostic] {
        let choice = part.choice
        let steps = part.binding.steps.filter { $0.step.keys.alternatives.allSatisfy { $0.mayAdmit(choice) } }
        return steps.flatMap { bound in
            bound.targets.compactMap { part.targets[$0] }.flatMap { target in
                bound.actions.flatMap { bound.handler?.review($0, on: target) ?? [] }
            }
        }
    }

    /// Two targets of different addresses that are one system: a copied line in the environment file.
    private static func sameIdentity(_ targets: [RunStart.Target]) -> [Diagnostic] {
        var diagnostics: [Diagnostic] = []
        for (index, target) in targets.enumerated() {
            guard let identity = target.identity,
                let other = targets[..<index].first(where: {
                    $0.identity == identity && $0.kind == target.kind && $0.address != target.address
                })
            else { continue }
            diagnostics.append(
                Diagnostic(
                    "preflight/same-target",
                    "`\(other.name)` (\(other.address)) and `\(target.name)` (\(target.address)) are the same system",
                    at: nil, help: "check both addresses in the environment file; the system is \(identity)"))
        }
        return diagnostics
    }
}
