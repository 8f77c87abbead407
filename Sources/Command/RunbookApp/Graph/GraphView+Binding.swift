package import RunbookEngine
import RunbookModel
package import RunbookReport

extension GraphView {
    /// The graph of a runbook.
    package init(_ binding: Binding) {
        let runbook = binding.runbook
        self.init(
            title: runbook.title, file: runbook.source.file,
            nodes: binding.steps.map { Node($0, in: runbook) },
            edges: GraphEdges(binding).edges, order: binding.order)
    }
}

extension GraphView.Node {
    fileprivate init(_ bound: BoundStep, in runbook: Runbook) {
        let step = bound.step
        self.init(
            id: bound.id, role: step.role, title: step.title.source, number: step.number,
            section: step.section.map { runbook.sections[$0].title }, line: step.span.start.line,
            effect: bound.effect, targets: bound.targets, gate: bound.gateReason,
            alternatives: step.keys.alternatives.map { alternative in
                "\(alternative.parameter.value): \(alternative.values.map(\.value).joined(separator: ", "))"
            },
            conditions: step.keys.conditions.map(\.text))
    }
}

extension BoundStep {
    fileprivate var gateReason: String? {
        if step.role == .manual { return "it is done by hand" }
        if let confirm = step.keys.confirm { return confirm.source }
        return isGated ? "its effect is \(effect.rawValue)" : nil
    }
}
