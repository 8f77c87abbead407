import RunbookModel

extension Runbook {
    /// The names of all values: targets, parameters, captures and steps, in the order of the document.
    var valueNames: [String] {
        var names = declaration.targets.map(\.name.value) + declaration.parameters.map(\.name.value)
        for step in steps {
            if let id = step.id { names.append(id.value) }
            for case .capture(let captures) in step.checks { names += captures.map(\.name.value) }
        }
        return names
    }
}
