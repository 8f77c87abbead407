import OrderedJSON
import RunbookModel

extension Binding {
    /// The targets that only alternatives use, so that an environment need not have them until one of these is chosen.
    package var optionalTargets: Set<String> {
        let all = targets { _ in true }
        let always = targets { $0.step.keys.alternatives.isEmpty }
        return Set(runbook.declaration.targets.map(\.name.value)).intersection(all).subtracting(always)
    }

    /// The targets of some of the steps, and what their values are taken from; with the steps that they include.
    private func targets(of isCounted: (BoundStep) -> Bool) -> Set<String> {
        var names: Set<String> = []
        for step in steps where isCounted(step) {
            names.formUnion(step.places)
            // The values of what is included have names of their own.
            if inclusion == nil { names.formUnion(step.uses.map(\.name)) }
            if let included = step.included { names.formUnion(included.targets(of: isCounted)) }
        }
        if inclusion == nil {
            for parameter in runbook.declaration.parameters {
                guard let text = parameter.defaultValue?.value.text() else { continue }
                names.formUnion(runbook.declaration.targets.map(\.name.value).filter { text.contains("${\($0).") })
            }
        }
        return names
    }
}
