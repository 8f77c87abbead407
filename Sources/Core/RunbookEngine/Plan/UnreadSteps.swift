import RunbookModel
import RunbookRun

/// The steps of a plan of which nobody knows what they find, because a read that they need gave nothing.
///
/// What a step needs of a resource that does not exist yet is something else: then nothing is there of its own, either.
struct UnreadSteps {
    private var ids: Set<String> = []

    /// What is said of a step that acts and could not be looked at; nil where what it needs is to be made first.
    func result(of step: ScopedStep, values: KnownValues) -> ProbeResult? {
        guard let name = unreadName(of: step, values: values) else { return nil }
        return ProbeResult(.notAsked, detail: "it needs `\(name)`, which was not read")
    }

    /// Remembers what came of a step.
    mutating func note(_ result: ProbeResult?, of step: ScopedStep, values: KnownValues) {
        let isUnread =
            switch result?.state {
            case .holds?, .skipped?, .fails?, nil: false
            case .differs?, .missing?, .unknown?: step.bound.effect == .read
            case .notAsked?: step.bound.effect > .read || unreadName(of: step, values: values) != nil
            }
        if isUnread { ids.insert(step.id) }
    }

    /// A name that a step needs, and that a step would give which is not known; nil where another name is one of
    /// something that is to be made.
    private func unreadName(of step: ScopedStep, values: KnownValues) -> String? {
        let own = Set(step.bound.captureNames)
        var found: String?
        for use in step.bound.uses where use.purpose != .shown && values[use.name] == nil && !own.contains(use.name) {
            let givers = step.scope.binding.names.givers(of: use.name).compactMap(\.step).map { step.scope.step($0) }
            if givers.contains(where: { $0.bound.effect > .read && !ids.contains($0.id) }) { return nil }
            if found == nil, givers.contains(where: { ids.contains($0.id) }) { found = use.name }
        }
        return found
    }
}
