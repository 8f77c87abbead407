import RunbookModel

// Parameters that get their values on the way.
extension Binder {
    /// Checks the parameter that a person gives its value in a step.
    mutating func checkInput(of step: Step) {
        guard let name = step.input else { return }
        guard let parameter = runbook.declaration.parameter(name.value) else {
            report(
                "input/unknown-parameter", "there is no parameter `\(name.value)`", at: name.span,
                help: Suggestion.help(
                    for: name.value, among: runbook.declaration.parameters.map(\.name.value), noun: "parameter"))
            return
        }
        if parameter.isSecret {
            report(
                "input/secret", "`\(name.value)` is a secret, which is asked for before a run", at: name.span,
                help: "remove `input`")
        }
    }
}

extension Binding {
    /// The parameters that get their values on the way, by a person or a capture, where nothing gives them before.
    package var lateParameters: Set<String> {
        Set(
            runbook.declaration.parameters.map(\.name.value).filter { name in
                names.givers(of: name).contains { $0.step != nil }
            })
    }

    /// The step that gives a parameter its value; nil for one that has it before the run.
    func giver(ofParameter name: String) -> BoundStep? {
        names.givers(of: name).contains(.parameter)
            ? names.givers(of: name).lazy.compactMap(\.step).first.map { steps[$0] } : nil
    }
}
