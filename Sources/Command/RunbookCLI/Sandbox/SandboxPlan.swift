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

    /// - Parameter wish: What is asked beside what the targets require.
    init(for targets: [TargetDeclaration], wish: SandboxWish = .nothing) {
        for unknown in wish.clusters where !targets.contains(where: { $0.name.value == unknown.name }) {
            diagnostics.append(
                Diagnostic(
                    "sandbox/cluster", "`--cluster \(unknown.name)=\(unknown.profile)` names no emulated target",
                    at: nil, help: "the targets: " + targets.map { "`\($0.name.value)`" }.joined(separator: ", ")))
        }
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
            let asked = wish.clusters.first { $0.name == target.name.value && $0.kind == family.kind }
            let found = asked?.profile ?? profile(for: target, of: left.isEmpty ? family.profiles : left, wish)
            guard let profile = found else { continue }
            systems.append(
                WantedSystem(
                    name: target.name.value, kind: family.kind, profile: profile,
                    cloud: asked?.cloud ?? target.requirement("cloud")?.value.string,
                    isSecure: asked?.isSecure == true || target.requirement("security")?.value.bool == true))
        }
    }

    private mutating func profile(
        for target: TargetDeclaration, of profiles: [SystemProfile], _ wish: SandboxWish
    ) -> String? {
        let flavors = TargetKind.Requirement.words(of: target.requirement("flavor")?.value ?? .null)
        // Of several flavors the one that a parameter says, else the first.
        let flavor = flavors.first(where: wish.values.contains) ?? flavors.first ?? "elasticsearch"
        let having = profiles.filter { $0.flavors.isEmpty || $0.flavors.contains(flavor) }
        let version = target.requirement("version")
        let text = version.map { $0.value.string ?? $0.value.text() }
        let requirement = text.flatMap { VersionRequirement($0) }
        let fitting = having.first { profile in requirement.map { $0.holds(for: profile.version) } ?? true }
        if let fitting { return fitting.name }
        let known = profiles.map { "`\($0.name)`" }.joined(separator: ", ")
        let wanted = [flavors.isEmpty ? nil : flavor, text].compactMap(\.self).joined(separator: " ")
        diagnostics.append(
            Diagnostic(
                "sandbox/version", "the sandbox has no profile `\(VisibleText.visible(wanted))`",
                at: version?.span ?? target.requirement("flavor")?.span,
                help: "run it in an environment: `--env NAME`; profiles: \(known)"))
        return nil
    }

    /// The profiles of the clusters, for people; nil without clusters.
    var profiles: String? {
        let names = systems.filter { SystemFamilies.of($0.kind)?.group == "clusters" }.map(\.profile)
        let each = names.reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }
        return each.isEmpty ? nil : each.joined(separator: ", ")
    }
}
