import RunbookModel

extension Binding {
    /// The names of the values that its steps give: captures and results, sorted.
    var givenNames: [String] {
        names.names.filter { name in names.givers(of: name).contains { $0.step != nil } }.sorted()
    }

    /// The names among those that an include gives which steps of this document use.
    package func namesUsed(of include: BoundStep) -> Set<String> {
        guard let result = include.resultName, let included = include.included else { return [] }
        var names: Set<String> = []
        for use in steps.lazy.flatMap(\.uses) where use.name == result {
            // A filter may use any of them.
            guard case .member(let name)? = use.path.first else { return Set(included.givenNames) }
            names.insert(name)
        }
        return names
    }
}
