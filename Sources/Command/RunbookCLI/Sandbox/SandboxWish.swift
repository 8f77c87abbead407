import OrderedJSON
import RunbookModel
import SandboxWorld

/// What is asked of a sandbox that a run starts, beside what the runbook requires.
struct SandboxWish: Sendable {
    /// The clusters that `--cluster` names.
    var clusters: [WantedSystem] = []
    /// Values of parameters that are known before the sandbox starts: one of them may be the flavor of a target.
    var values: Set<String> = []

    /// Nothing but what the runbook requires.
    static let nothing = SandboxWish()

    /// The values that parameters with alternatives have: those that are given, else those that are meant.
    static func values(of declaration: Declaration, given: [String: String]) -> Set<String> {
        let choices = declaration.parameters.filter { $0.schema.alternatives != nil }
        return Set(choices.compactMap { given[$0.name.value] ?? $0.defaultValue?.value.string })
    }
}
