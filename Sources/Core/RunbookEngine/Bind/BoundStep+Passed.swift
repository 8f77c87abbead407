import RunbookModel

// What an include passes decides what is sent as much as the text of the step does (semantics, "Edits").
extension BoundStep {
    /// The names by which it uses what decides what is sent.
    var namesSent: Set<String> {
        var names = Set(actions.flatMap(\.holes).map(\.reference.name))
        if step.role == .manual { names.formUnion(manualText.holes.map(\.reference.name)) }
        return names
    }

    /// The names by which it uses what decides when it is taken, and how it is judged.
    var namesJudged: Set<String> {
        var names = Set(uses.filter { $0.purpose != .shown }.map(\.name))
        names.formUnion(step.keys.alternatives.map(\.parameter.value))
        return names.subtracting(namesSent)
    }

    /// What whoever includes it gives for some of its names, as one text each; nothing for what is called the same.
    func given(for names: Set<String>) -> [String] {
        names.sorted().compactMap { name in givenNames[name].map { "\(name)=\($0)" } }
    }
}
