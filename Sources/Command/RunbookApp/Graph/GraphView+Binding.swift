package import RunbookEngine
import RunbookModel
package import RunbookReport

extension GraphView {
    /// The graph of a runbook, and of what it includes.
    package init(_ binding: Binding) {
        let graph = GraphDraft(binding)
        self.init(
            title: binding.runbook.title, file: binding.runbook.source.file, nodes: graph.nodes, edges: graph.edges,
            order: graph.order)
    }
}
