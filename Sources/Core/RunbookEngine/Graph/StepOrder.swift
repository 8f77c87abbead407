import RunbookModel

/// The order in which steps run (semantics, "Order"): that of the document, but for `needs`.
enum StepOrder {
    /// Orders the steps and reports what cannot be ordered.
    static func order(_ steps: [BoundStep], names: NameTable) -> ([Int], [Diagnostic]) {
        let plain = Array(steps.indices)
        guard steps.contains(where: { $0.step.keys.needs != nil }) else { return (plain, []) }
        var diagnostics: [Diagnostic] = []
        let byID = Dictionary(
            steps.compactMap { step in step.step.id.map { ($0.value, step.index) } },
            uniquingKeysWith: { one, _ in one })
        var needs: [Int: Set<Int>] = [:]
        for step in steps {
            guard let named = step.step.keys.needs else { continue }
            var indices = givers(of: step, in: steps, names: names)
            for name in named {
                if let index = byID[name.value] {
                    indices.insert(index)
                } else {
                    diagnostics.append(
                        Diagnostic(
                            "needs/unknown", "the runbook has no step `\(name.value)`", at: name.span,
                            help: Suggestion.help(for: name.value, among: Array(byID.keys).sorted(), noun: "id")))
                }
            }
            needs[step.index] = indices
        }
        var schedule = StepSchedule(needs: needs, gates: steps.filter(\.isGated).map(\.index), count: steps.count)
        let order = schedule.order()
        if order.count == steps.count { return (order, diagnostics) }
        let placed = Set(order)
        return (plain, diagnostics + [cycle(steps.filter { !placed.contains($0.index) })])
    }

    /// The other steps that give what a step uses, or what the check that makes it needless uses.
    private static func givers(of step: BoundStep, in steps: [BoundStep], names: NameTable) -> Set<Int> {
        var found: Set<Int> = []
        for user in [step] + (step.unless.map { [steps[$0]] } ?? []) {
            for use in user.uses where use.purpose != .shown {
                let givers = names.givers(of: use.name).compactMap(\.step)
                // Its own captures may have the names of those of its check.
                if !givers.contains(user.index) { found.formUnion(givers) }
            }
        }
        found.remove(step.index)
        return found
    }

    private static func cycle(_ stuck: [BoundStep]) -> Diagnostic {
        let first = stuck.first { $0.step.keys.needs != nil }
        return Diagnostic(
            "graph/cycle", "the step `\(first?.id ?? "")` waits for steps that in turn wait for it",
            at: first?.step.keys.needs?.first?.span ?? first?.step.span,
            help:
                "a step without `needs` waits for all earlier steps: remove a `needs=`, or add one to a step "
                + "that need not wait",
            related: stuck.filter { $0.index != first?.index }.prefix(5).map {
                .init(span: $0.step.span, message: "`\($0.id)` also waits")
            })
    }
}
