package import RunbookModel

extension Runbook {
    /// The same document with the steps of one section alone, and of the sections below it.
    ///
    /// - Parameter section: A position among its sections.
    package func part(_ section: Int) -> Runbook {
        var positions: [Int: Int] = [:]
        var kept: [Step] = []
        for (index, step) in steps.enumerated() {
            guard let own = step.section, sections[own].path.contains(section) else { continue }
            positions[index] = kept.count
            kept.append(step)
        }
        for index in kept.indices { kept[index].manualStep = kept[index].manualStep.flatMap { positions[$0] } }
        let ids = Set(kept.compactMap(\.id?.value))
        return Runbook(
            source: source, title: title, declaration: declaration, sections: sections, steps: kept,
            undos: undos.compactMap { undo(of: $0, positions, ids) },
            troubleshooting: troubleshooting.filter { $0.steps.contains { ids.contains($0.value) } }, isPart: true)
    }

    /// What takes back those of the steps that are kept; nil when it takes back none of them.
    private func undo(of step: Step, _ positions: [Int: Int], _ ids: Set<String>) -> Step? {
        var undo = step
        undo.undoes = step.undoes.compactMap { undone in
            switch undone {
            case .step(let index): positions[index].map(Step.Undone.step)
            case .named(let id): ids.contains(id.value) ? undone : nil
            }
        }
        return undo.undoes.isEmpty ? nil : undo
    }
}

extension Runbook {
    /// The lines of a section, and of the sections below it.
    package func lines(of section: Int) -> Range<Int> {
        let next = sections[(section + 1)...].first { !$0.path.contains(section) }
        let start = sections[section].span.start.line
        return start..<max(start, next?.span.start.line ?? .max)
    }
}
