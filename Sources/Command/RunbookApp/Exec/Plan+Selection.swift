import RunbookModel
package import RunbookRun

extension Plan {
    /// The plan of a run in which a person has left steps out.
    package func without(_ selection: StepSelection) -> Plan {
        var plan = self
        plan.steps = steps.map { step in
            // What an omitted step includes is omitted with it.
            let isOmitted = selection.omitted.contains { step.id == $0 || step.id.hasPrefix($0 + "/") }
            return isOmitted && !step.isSkipped
                ? step.with(fate: .skipped(.person, detail: selection.reason)) : step
        }
        return plan
    }
}
