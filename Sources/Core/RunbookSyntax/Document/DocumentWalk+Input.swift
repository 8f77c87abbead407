import RunbookModel

/// Task items in which a person gives a parameter its value.
extension DocumentWalk {
    /// Makes such an item of a task item.
    mutating func addInput(_ directive: Directive, _ verb: Located<String>) {
        guard let manual = frame.manualStep, case .manual = frame.mode else {
            report(
                "input/misplaced", "`input` belongs in a task item", at: verb.span,
                help: "put a box before the item: `- [ ] ...`")
            return
        }
        guard let word = directive.words.first, word.value == nil, directive.words.count == 1 else {
            report(
                "input/no-name", "`input` names one parameter",
                at: directive.words.dropFirst().first?.span ?? verb.span,
                help: "write `input PARAMETER`; other keys belong in a directive of their own")
            return
        }
        if let problem = NameForm.problem(with: word.name, of: "a parameter") {
            diagnostics.append(problem)
        } else {
            steps[manual].input = word.name
        }
    }
}
