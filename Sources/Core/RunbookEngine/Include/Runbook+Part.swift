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
        return Runbook(source: source, title: title, declaration: declaration, sections: sections, steps: kept)
    }
}
