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

    /// Where and what it sends, as its text says, a line each.
    package var sentLines: [String] {
        let text = (step.block?.text.text ?? step.prose.source).utf8.split(separator: UInt8(ascii: "\n"))
        let place = places.isEmpty ? [] : ["on \(places.joined(separator: ", "))"]
        return place + text.map { String(decoding: $0, as: UTF8.self) } + given(for: namesSent)
    }

    /// What whoever includes it gives for some of its names, as one text each; nothing for what is called the same.
    func given(for names: Set<String>) -> [String] {
        names.sorted().compactMap { name in givenNames[name].map { "\(name)=\($0)" } }
    }
}
