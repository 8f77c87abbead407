import RunbookModel

/// The order in which steps run (semantics, "Order"): that of the document, but for `needs`.
enum StepOrder {
    /// Orders the steps and reports what cannot be ordered.
    static func order(_ steps: [BoundStep], names: NameTable) -> ([Int], [Diagnostic]) {
        let plain = Array(steps.indices)
        guard steps.contains(where: { $0.step.keys.needs != nil }) else { return (plain, []) }
        var diagnostics: [Diagnostic] = []
        let byID = Dictionary(
            steps.compactMap { step in step.step.id.map { ($0.value, step.index) } },
            uniquingKeysWith: { one, _ in one })
        var needs: [Int: Set<Int>] = [:]
        for step in steps {
            guard let named = step.step.keys.needs else { continue }
            var indices = Set(
                step.uses.filter { $0.purpose == .before }.flatMap { names.givers(of: $0.name) }.compactMap(\.step))
            for name in named {
                if let index = byID[name.value] {
                    indices.insert(index)
                } else {
                    diagnostics.append(
                        Diagnostic(
                            "needs/unknown", "there is no step `\(name.value)`", at: name.span,
                            help: Suggestion.help(for: name.value, among: Array(byID.keys).sorted(), noun: "id")))
                }
            }
            indices.remove(step.index)
            needs[step.index] = indices
        }
        let (order, stuck) = place(steps, needs: needs)
        if let first = stuck.first {
            diagnostics.append(
                Diagnostic(
                    "graph/cycle", "the step `\(first.id)` waits for steps that wait for it",
                    at: first.step.keys.needs?.first?.span ?? first.step.span,
                    help:
                        "a step without `needs` waits for all earlier ones: add `needs=` to those it need not wait for",
                    related: stuck.dropFirst().prefix(5).map {
                        .init(span: $0.step.span, message: "`\($0.id)` waits too")
                    }))
            return (plain, diagnostics)
        }
        return (order, diagnostics)
    }

    /// Takes the first step in document order that is ready, again and again.
    private static func place(_ steps: [BoundStep], needs: [Int: Set<Int>]) -> ([Int], stuck: [BoundStep]) {
        var order: [Int] = []
        var placed: Set<Int> = []
        var waiting = steps
        while !waiting.isEmpty {
            let barrier = waiting.first(where: \.isGated)?.index ?? .max
            let ready = waiting.firstIndex { step in
                guard step.index <= barrier else { return false }
                if let needed = needs[step.index] { return needed.isSubset(of: placed) }
                return step.index == waiting.first?.index
            }
            guard let ready else { return (order, waiting) }
            placed.insert(waiting[ready].index)
            order.append(waiting.remove(at: ready).index)
        }
        return (order, [])
    }
}
