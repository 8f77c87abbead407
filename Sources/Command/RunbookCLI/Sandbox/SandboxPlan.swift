import OrderedJSON
import RunbookModel
import RunbookPlugin
import SandboxElastic

/// The clusters that a sandbox needs for a runbook: one for each target, of the oldest profile that satisfies it.
struct SandboxPlan {
    /// The names and profiles, in the order of the declaration.
    private(set) var clusters: [(name: String, profile: String)] = []
    /// What no sandbox can be.
    private(set) var diagnostics: [Diagnostic] = []

    init(for declaration: Declaration) {
        for target in declaration.targets {
            guard target.kind.value == "elasticsearch" else {
                diagnostics.append(
                    Diagnostic(
                        "sandbox/kind", "the sandbox has no targets of the kind `\(target.kind.value)`",
                        at: target.kind.span, help: "run it in an environment: `--env NAME`"))
                continue
            }
            if let profile = profile(for: target) { clusters.append((target.name.value, profile)) }
        }
    }

    private mutating func profile(for target: TargetDeclaration) -> String? {
        guard let demanded = target.requirement("version") else { return Profile.all.first?.name }
        let text = demanded.value.string ?? demanded.value.text()
        guard let requirement = VersionRequirement(text) else { return Profile.all.first?.name }
        if let profile = Profile.all.first(where: { requirement.holds(for: $0.version) }) { return profile.name }
        let known = Profile.all.map { "`\($0.name)`" }.joined(separator: ", ")
        diagnostics.append(
            Diagnostic(
                "sandbox/version", "no profile of the sandbox is `\(VisibleText.visible(text))`", at: demanded.span,
                help: "run it in an environment: `--env NAME`; profiles: \(known)"))
        return nil
    }
}
