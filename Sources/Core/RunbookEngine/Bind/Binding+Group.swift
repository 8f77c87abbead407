extension Binding {
    /// The same steps under identities of a group, so that they can be in one journal with the steps of another
    /// runbook: `documents` becomes `fixture/documents`.
    package func grouped(under group: String) -> Binding {
        var grouped = Binding(
            runbook: runbook, steps: steps.map { $0.identified(as: "\(group)/\($0.id)", in: group) }, order: order,
            names: names, diagnostics: diagnostics)
        grouped.inclusion = inclusion
        grouped.undos = undos
        grouped.troubleshooting = troubleshooting
        return grouped
    }
}

extension Binding {
    /// The same steps on the targets that an include passes.
    ///
    /// - Parameters:
    ///   - names: What each target is called by whoever includes it.
    ///   - values: What each parameter is called there.
    func placed(on names: [String: String], taking values: [String: String] = [:]) -> Binding {
        var placed = Binding(
            runbook: runbook, steps: steps.map { $0.placed(on: names, taking: values) }, order: order,
            names: self.names, diagnostics: diagnostics)
        placed.inclusion = inclusion
        placed.undos = undos.map {
            BoundUndo(bound: $0.bound.placed(on: names, taking: values), positions: $0.positions)
        }
        placed.troubleshooting = troubleshooting.map { section in
            BoundTroubleshooting(
                title: section.title, positions: section.positions,
                items: section.items.map { .init(title: $0.title, check: $0.check?.placed(on: names, taking: values)) })
        }
        return placed
    }
}

extension BoundStep {
    // A copy, and not a new one: what decides whether a step is the same one later must not be lost on the way.
    fileprivate func placed(on names: [String: String], taking values: [String: String]) -> BoundStep {
        var step = self
        step.included = included?.placed(on: names, taking: values)
        step.take(targets: names, values: values)
        return step
    }

    /// The same step under another identity.
    ///
    /// - Parameter group: The group that what it includes is under; nil to leave that as it is.
    func identified(as id: String, in group: String? = nil) -> BoundStep {
        var step = self
        step.id = id
        if let group { step.included = included?.grouped(under: group) }
        return step
    }
}
