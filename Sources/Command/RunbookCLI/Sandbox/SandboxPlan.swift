import OrderedJSON
import RunbookModel
import RunbookPlugin
import SandboxServer
import SandboxWorld

/// The systems that a sandbox needs for a runbook: one for each target, of the first profile that satisfies it.
struct SandboxPlan {
    /// The systems, in the order of the declaration.
    private(set) var systems: [WantedSystem] = []
    /// What no sandbox can be.
    private(set) var diagnostics: [Diagnostic] = []

    init(for targets: [TargetDeclaration]) {
        for target in targets {
            guard let family = SystemFamilies.of(target.kind.value) else {
                diagnostics.append(
                    Diagnostic(
                        "sandbox/kind", "the sandbox cannot emulate targets of the kind `\(target.kind.value)`",
                        at: target.kind.span, help: "run it in an environment: `--env NAME`"))
                continue
            }
            let taken = systems.filter { $0.kind == family.kind }.map(\.profile)
            let left = family.givesEachItsOwnProfile ? family.profiles.filter { !taken.contains($0.name) } : []
            if let profile = profile(for: target, of: left.isEmpty ? family.profiles : left) {
                systems.append(
                    WantedSystem(
                        name: target.name.value, kind: family.kind, profile: profile,
                        cloud: target.requirement("cloud")?.value.string))
            }
        }
    }

    private mutating func profile(for target: TargetDeclaration, of profiles: [SystemProfile]) -> String? {
        guard let required = target.requirement("version") else { return profiles.first?.name }
        let text = required.value.string ?? required.value.text()
        guard let requirement = VersionRequirement(text) else { return profiles.first?.name }
        if let profile = profiles.first(where: { requirement.holds(for: $0.version) }) { return profile.name }
        let known = profiles.map { "`\($0.name)`" }.joined(separator: ", ")
        diagnostics.append(
            Diagnostic(
                "sandbox/version", "the sandbox has no profile `\(VisibleText.visible(text))`", at: required.span,
                help: "run it in an environment: `--env NAME`; profiles: \(known)"))
        return nil
    }
}
