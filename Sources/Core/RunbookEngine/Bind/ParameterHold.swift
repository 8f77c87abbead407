import RunbookModel
package import RunbookRun

/// Why a parameter of a run keeps its value (semantics, "Edits").
package enum ParameterHold: Error, Sendable, Hashable {
    /// A step used it that acted, or that a person did.
    case acted(step: String)
    /// It decided that a step was skipped.
    case decided(step: String)
    /// Steps belong to its values, and which of them are chosen never changes in a run.
    case chosen(step: String)

    /// The reason, as the end of a sentence.
    package var words: String {
        switch self {
        case .acted(let step): "the finished step `\(step)` used it"
        case .decided(let step): "it decided that the step `\(step)` was skipped"
        case .chosen(let step): "it decides which steps run, such as `\(step)`"
        }
    }
}

extension Binding {
    /// Why a parameter cannot get another value any more, or the finished reads that are to be repeated with it.
    ///
    /// What a read made of the value counts as the value.
    package func change(of parameter: String, in state: RunState) -> Result<[String], ParameterHold> {
        var names: Set<String> = [parameter]
        var reads: [String] = []
        for step in order.map({ steps[$0] }) {
            if step.step.keys.alternatives.contains(where: { $0.parameter.value == parameter }) {
                return .failure(.chosen(step: step.id))
            }
            let record = state.step(step.id)
            let isOwn = step.step.input?.value == parameter || step.captureNames.contains(parameter)
            let undoes = undos.contains { undo in
                undo.positions.contains(step.index) && undo.bound.uses.contains { names.contains($0.name) }
            }
            // What takes it back uses the values that the step was done with.
            if undoes, hasActed(step, state) { return .failure(.acted(step: step.id)) }
            let uses = step.uses.filter {
                names.contains($0.name) && ($0.purpose != .shown || step.step.role == .manual)
            }
            if uses.isEmpty, !isOwn { continue }
            if let included = step.included, included.allSteps.contains(where: { hasActed($0, state) }) {
                return .failure(.acted(step: step.id))
            }
            if hasActed(step, state) || isOwn && record.state.isDone {
                return .failure(.acted(step: step.id))
            }
            if record.state == .skipped { return .failure(.decided(step: step.id)) }
            if record.state.isDone { reads.append(step.id) }
            names.formUnion(step.captureNames)
            if let name = step.resultName { names.insert(name) }
        }
        return .success(reads)
    }

    private func hasActed(_ step: BoundStep, _ state: RunState) -> Bool {
        let record = state.step(step.id)
        let acts = step.effect > .read || step.step.role == .manual
        if !acts { return false }
        return record.state.isDone && record.state != .skipped || !record.begun.isEmpty
            || !record.unanswered.isEmpty || !record.earlierChanges.isEmpty
    }
}
