import RunbookEngine
import RunbookModel
import RunbookReport

/// What joins the steps of a runbook, without what already follows from the rest.
struct GraphEdges {
    private(set) var edges: [GraphView.Edge] = []
    /// The steps, so far, that no other one waits for.
    private var ends: [Int] = []
    /// The steps that some step with `needs` waits for, which may be before them.
    private var awaited: Set<Int> = []
    /// The last step so far that asks a person; nothing later overtakes it.
    private var lastGate: Int?

    init(_ binding: Binding) {
        let ids = Dictionary(
            binding.steps.compactMap { bound in bound.step.id.map { ($0.value, bound.index) } },
            uniquingKeysWith: { first, _ in first })
        for bound in binding.steps {
            addOrder(of: bound, ids: ids)
            addValues(of: bound, names: binding.names)
            if let check = bound.unless { edges.append(.init(from: check, to: bound.index, .unless)) }
        }
    }

    /// A step waits for all earlier ones: for those that nobody waits for yet, and so for the rest.
    private mutating func addOrder(of bound: BoundStep, ids: [String: Int]) {
        defer { if bound.isGated { lastGate = bound.index } }
        guard let needs = bound.step.keys.needs else {
            edges += ends.map { .init(from: $0, to: bound.index, .order) }
            ends = [bound.index]
            return
        }
        let needed = needs.compactMap { ids[$0.value] }.filter { $0 != bound.index }
        edges += needed.map { .init(from: $0, to: bound.index, .needs) }
        awaited.formUnion(needed)
        // A gate is a barrier, whatever `needs` says; what is behind it waits for it already.
        if let gate = lastGate, !needed.contains(where: { $0 >= gate }) {
            awaited.insert(gate)
            edges.append(.init(from: gate, to: bound.index, .order))
        }
        ends = (ends + [bound.index]).filter { !awaited.contains($0) }
    }

    /// The values that other steps give it, those of one step on one edge.
    private mutating func addValues(of bound: BoundStep, names: NameTable) {
        var taken: [Int: [String]] = [:]
        for use in bound.uses {
            for giver in names.givers(of: use.name).compactMap(\.step) where giver != bound.index {
                if taken[giver]?.contains(use.name) != true { taken[giver, default: []].append(use.name) }
            }
        }
        for (giver, names) in taken.sorted(by: { $0.key < $1.key }) {
            edges.append(.init(from: giver, to: bound.index, .values(names)))
        }
    }
}
