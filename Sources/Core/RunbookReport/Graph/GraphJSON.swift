package import OrderedJSON
import RunbookModel

/// Writes a graph for programs; names are stable, additions may come.
package enum GraphJSON {
    /// The graph.
    package static func json(_ graph: GraphView) -> JSON {
        [
            "title": .string(graph.title),
            "runbook": .string(graph.file),
            "steps": .array(graph.nodes.map(node)),
            "order": .array(graph.order.map { .string(graph.nodes[$0].id) }),
            "edges": .array(graph.edges.map { edge($0, graph) }),
        ]
    }

    private static func node(_ node: GraphView.Node) -> JSON {
        [
            "id": .string(node.id), "title": .string(node.title), "line": .number(JSONNumber(node.line)),
            "role": .string(node.role.rawValue), "number": JSONReport.string(node.number),
            "section": JSONReport.string(node.section.last), "effect": .string(node.effect.rawValue),
            "targets": .array(node.targets.map(JSON.string)), "gate": JSONReport.string(node.gate),
            "if": .array(node.alternatives.map(JSON.string)), "when": .array(node.conditions.map(JSON.string)),
        ]
    }

    private static func edge(_ edge: GraphView.Edge, _ graph: GraphView) -> JSON {
        let (kind, values): (String, [String]) =
            switch edge.kind {
            case .order: ("order", [])
            case .needs: ("needs", [])
            case .values(let names): ("values", names)
            case .unless: ("unless", [])
            }
        return [
            "from": .string(graph.nodes[edge.from].id), "to": .string(graph.nodes[edge.to].id), "kind": .string(kind),
            "values": .array(values.map(JSON.string)),
        ]
    }
}
