import RunbookEngine
import RunbookModel
import RunbookReport

/// The steps of a runbook with those that it includes behind their include, and what joins them.
struct GraphDraft {
    private(set) var nodes: [GraphView.Node] = []
    private(set) var edges: [GraphView.Edge] = []
    private(set) var order: [Int] = []

    init(_ binding: Binding) {
        add(binding)
        let sorted = edges.enumerated().sorted { ($0.element.to, $0.offset) < ($1.element.to, $1.offset) }
        edges = sorted.map(\.element)
    }

    /// Adds a document.
    ///
    /// - Returns: The nodes that no other of it comes before, and those that no other waits for.
    @discardableResult
    private mutating func add(_ binding: Binding) -> (first: [Int], last: [Int]) {
        var places: [Int: Int] = [:]
        var ends: [Int: [Int]] = [:]
        var orders: [Int: [Int]] = [:]
        for bound in binding.steps {
            let place = nodes.count
            nodes.append(GraphView.Node(bound, in: binding))
            places[bound.index] = place
            ends[bound.index] = [place]
            orders[bound.index] = [place]
            guard let included = bound.included else { continue }
            let before = order
            order = []
            let inner = add(included)
            orders[bound.index] = [place] + order
            order = before
            edges += inner.first.map { GraphView.Edge(from: place, to: $0, .order) }
            ends[bound.index] = inner.last
        }
        order += binding.order.flatMap { orders[$0] ?? [] }
        let own = GraphEdges(binding).edges
        for edge in own {
            guard let to = places[edge.to] else { continue }
            switch edge.kind {
            // What waits for an include waits for its last steps.
            case .order, .needs: edges += (ends[edge.from] ?? []).map { GraphView.Edge(from: $0, to: to, edge.kind) }
            case .values, .unless:
                if let from = places[edge.from] { edges.append(GraphView.Edge(from: from, to: to, edge.kind)) }
            }
        }
        let ordering = own.filter { edge in
            switch edge.kind {
            case .order, .needs: true
            case .values, .unless: false
            }
        }
        let reached = Set(ordering.map(\.to))
        let left = Set(ordering.map(\.from))
        return (
            binding.steps.filter { !reached.contains($0.index) }.compactMap { places[$0.index] },
            binding.steps.filter { !left.contains($0.index) }.flatMap { ends[$0.index] ?? [] }
        )
    }
}

extension GraphView.Node {
    fileprivate init(_ bound: BoundStep, in binding: Binding) {
        let step = bound.step
        self.init(
            heading: bound.heading(in: binding, title: step.title.source), gate: bound.gateReason,
            alternatives: step.keys.alternatives.map { alternative in
                "\(alternative.parameter.value): \(alternative.values.map(\.value).joined(separator: ", "))"
            },
            conditions: step.keys.conditions.map(\.text))
    }
}

extension BoundStep {
    fileprivate var gateReason: String? {
        if step.role == .manual { return "it is a manual step" }
        if let confirm = step.keys.confirm { return confirm.source }
        return isGated && included == nil ? "its effect is \(effect.rawValue)" : nil
    }
}
