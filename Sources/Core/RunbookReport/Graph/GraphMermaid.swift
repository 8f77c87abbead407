import RunbookModel

/// Writes a graph as a flow chart of Mermaid, which GitHub and others draw from a fence `mermaid`.
///
/// Solid arrows are the order, dotted ones values and checks. Steps have the shape of what they are: a rounded box is a
/// read, a box changes something, a hexagon asks a person.
package enum GraphMermaid {
    /// The chart, which ends in a line break.
    package static func text(_ graph: GraphView) -> String {
        var lines = ["flowchart TD"]
        var open: String?
        var sections = 0
        for (position, node) in graph.nodes.enumerated() {
            if node.section.last != open {
                if open != nil { lines.append("  end") }
                if let section = node.section.last {
                    lines.append("  subgraph section\(sections)[\"\(MermaidText.label(section))\"]")
                    sections += 1
                }
                open = node.section.last
            }
            lines.append((open == nil ? "  " : "    ") + box(node, position))
        }
        if open != nil { lines.append("  end") }
        lines += graph.edges.map { "  " + arrow($0) }
        return lines.joined(separator: "\n") + "\n"
    }

    private static func box(_ node: GraphView.Node, _ position: Int) -> String {
        let number = node.number.map { $0 + ". " } ?? ""
        let targets = node.targets.isEmpty ? "" : " on \(node.targets.joined(separator: ", "))"
        let kind = node.role == .run ? node.effect.rawValue : node.role.rawValue
        var label = [number + node.title, kind + targets]
        label += node.alternatives.map { "only if \($0)" } + node.conditions.map { "only when \($0)" }
        if let gate = node.gate, node.role != .manual { label.append("asks: \(gate)") }
        let text = "\"\(label.map(MermaidText.label).joined(separator: "<br/>"))\""
        let name = "s\(position)"
        if node.gate != nil { return "\(name){{\(text)}}" }
        return node.effect == .read ? "\(name)(\(text))" : "\(name)[\(text)]"
    }

    private static func arrow(_ edge: GraphView.Edge) -> String {
        let (from, to) = ("s\(edge.from)", "s\(edge.to)")
        switch edge.kind {
        case .order: return "\(from) --> \(to)"
        case .needs: return "\(from) ==> \(to)"
        case .values(let names):
            return "\(from) -. \"\(MermaidText.label(names.joined(separator: ", ")))\" .-> \(to)"
        case .unless: return "\(from) -. \"unless\" .-> \(to)"
        }
    }
}
