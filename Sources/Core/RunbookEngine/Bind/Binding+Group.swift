extension Binding {
    /// The same steps under identities of a group, so that they can stand in one journal with the steps of another
    /// runbook: `documents` becomes `fixture/documents`.
    package func grouped(under group: String) -> Binding {
        Binding(
            runbook: runbook, steps: steps.map { $0.identified(as: "\(group)/\($0.id)") }, order: order, names: names,
            diagnostics: diagnostics)
    }
}

extension BoundStep {
    fileprivate func identified(as id: String) -> BoundStep {
        var step = BoundStep(
            id: id, index: index, step: step, handler: handler, targets: targets, actions: actions,
            statuses: statuses, effect: effect)
        step.unless = unless
        step.isLowered = isLowered
        return step
    }
}
