package import RunbookModel

/// Everything the steps of a document are run by: decided before the run begins.
package struct Scope: Sendable {
    /// The bound runbook; runnable.
    package let binding: Binding
    /// The targets with their connection data by name.
    package let targets: [String: Target]
    /// The values of parameters and the properties of targets.
    package let values: ValueStore
    /// The chosen values of the parameters that `if` names.
    package let choice: [String: String]
    /// What is decided about questions without asking.
    package let policy: GatePolicy
    /// The SHA-256 of the document.
    package let documentHash: String
    /// Who runs it.
    package let user: String
    /// The names that some step uses; the results of other steps need not be kept.
    let usedNames: Set<String>
    /// The positions of the checks inside manual steps, by the position of the manual step.
    let checks: [Int: [Int]]

    /// Makes a scope.
    package init(
        binding: Binding, targets: [String: Target], values: ValueStore, choice: [String: String], policy: GatePolicy,
        documentHash: String, user: String
    ) {
        self.binding = binding
        self.targets = targets
        self.values = values
        self.choice = choice
        self.policy = policy
        self.documentHash = documentHash
        self.user = user
        usedNames = Set(binding.steps.lazy.flatMap { $0.uses.lazy.map(\.name) })
        checks = Dictionary(grouping: binding.steps.lazy.filter { $0.step.manualStep != nil }) {
            $0.step.manualStep ?? 0
        }.mapValues { $0.map(\.index) }
    }

    /// The steps as reports and terminals show them, public values filled in.
    package var outline: Outline {
        Outline(title: binding.runbook.title, steps: binding.steps.map(outline))
    }

    private func outline(_ bound: BoundStep) -> OutlineStep {
        let step = bound.step
        let sections = binding.runbook.sections
        let path = step.section.map { sections[$0].path } ?? []
        func shown(_ template: Template) -> String { values.masker.masked(template.shown(values.publicValue)) }
        let template = bound.actions.map { action in
            ([action.title.source] + action.fields.filter { $0.name == "body" }.map(\.template.source))
                .filter { !$0.isEmpty }.joined(separator: "\n")
        }
        return OutlineStep(
            id: bound.id, role: step.role, title: shown(step.title),
            prose: shown(step.prose), number: step.number, section: path.map { sections[$0].title },
            line: step.span.start.line, effect: bound.effect, targets: bound.targets,
            template: template.joined(separator: "\n\n"),
            within: step.role == .verify ? step.keys.within?.value ?? StepTiming.within : nil)
    }
}
