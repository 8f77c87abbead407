import RunbookModel

/// Writes a graph for people, a paragraph a step in the order they run.
///
/// ```
///    2  create  write on current  line 12
///       Create the index
///       takes `name` from found
///       needless when `exists` holds
/// ```
package enum GraphText {
    /// The graph, which ends in a line break.
    package static func text(_ graph: GraphView) -> String {
        let count = graph.nodes.count == 1 ? "1 step" : "\(graph.nodes.count) steps"
        let order = graph.isReordered ? ", not in document order" : ""
        var lines = ["\(line(graph.title)) (\(line(graph.file))): \(count)\(order)"]
        let incoming = Dictionary(grouping: graph.edges, by: \.to)
        var section: String?
        for (place, position) in graph.order.enumerated() {
            let node = graph.nodes[position]
            lines.append("")
            if node.section.last != section, let title = node.section.last { lines += ["# " + line(title), ""] }
            section = node.section.last
            let number = String(place + 1)
            let margin = String(repeating: " ", count: max(0, 4 - number.count)) + number
            lines.append("\(margin)  \(head(node))")
            let details = [title(node)] + conditions(node) + (incoming[position] ?? []).compactMap { edge($0, graph) }
            lines += details.map { "      " + $0 }
        }
        return lines.joined(separator: "\n") + "\n"
    }

    private static func head(_ node: GraphView.Node) -> String {
        let targets = node.targets.isEmpty ? "" : " on \(line(node.targets.joined(separator: ", ")))"
        let kind = node.role == .run ? node.effect.rawValue : node.role.rawValue
        return "\(line(node.id))  \(kind)\(targets)  line \(node.line)"
    }

    private static func title(_ node: GraphView.Node) -> String {
        (node.number.map { line($0) + ". " } ?? "") + line(node.title)
    }

    private static func conditions(_ node: GraphView.Node) -> [String] {
        node.alternatives.map { "only if \(line($0))" } + node.conditions.map { "only when \(line($0))" }
            + (node.gate.map { ["asks a person: \(line($0))"] } ?? [])
    }

    private static func edge(_ edge: GraphView.Edge, _ graph: GraphView) -> String? {
        let from = line(graph.nodes[edge.from].id)
        switch edge.kind {
        // What everybody expects is not said.
        case .order: return nil
        case .needs: return "waits only for \(from)"
        case .values(let names): return "takes \(names.map { "`\(line($0))`" }.joined(separator: ", ")) from \(from)"
        case .unless: return "not needed when \(from) passes"
        }
    }

    private static func line(_ text: String) -> String { VisibleText.oneLine(text, limit: 4000) }
}
