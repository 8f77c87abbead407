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
            heading: bound.heading(in: runbook, title: step.title.source), gate: bound.gateReason,
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
