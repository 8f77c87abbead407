import RunbookModel

// What is outside the run: it is bound like steps, and has no identity and no place in the order.
extension Binder {
    /// Binds what takes steps back.
    mutating func bindUndos(of steps: [BoundStep]) -> [BoundUndo] {
        runbook.undos.map { undo in
            let bound = bindOutside(undo)
            var positions: [Int] = []
            for undone in undo.undoes {
                switch undone {
                case .step(let index): positions.append(index)
                case .named(let id):
                    if let index = position(of: id, in: steps, "undo/unknown-step") { positions.append(index) }
                }
            }
            for index in positions where steps[index].effect == .read && steps[index].handler != nil {
                report(
                    "undo/only-reads", "the step `\(steps[index].id)` only reads, so there is nothing to take back",
                    at: undo.span, help: "name the step that changes something: `undo of=STEP`")
            }
            return BoundUndo(bound: bound, positions: positions)
        }
    }

    /// Binds what finds causes.
    mutating func bindTroubleshooting(of steps: [BoundStep]) -> [BoundTroubleshooting] {
        runbook.troubleshooting.map { section in
            BoundTroubleshooting(
                title: runbook.sections[section.section].title,
                positions: section.steps.compactMap { position(of: $0, in: steps, "troubleshoot/unknown-step") },
                items: section.items.map { item in
                    .init(title: item.title, check: item.check.map { bindOutside($0) })
                })
        }
    }

    private mutating func position(of id: Located<String>, in steps: [BoundStep], _ code: String) -> Int? {
        if let index = steps.firstIndex(where: { $0.step.id?.value == id.value }) { return index }
        // A part of a document leaves out steps that others of it name.
        if runbook.isPart { return nil }
        report(
            code, "there is no step `\(id.value)`", at: id.span,
            help: Suggestion.help(for: id.value, among: steps.compactMap(\.step.id?.value), noun: "id"))
        return nil
    }
}
