package import RunbookModel

/// Compiles the filters of a runbook, all at once, and says which of them are wrong.
package enum FilterCheck {
    /// The problems of a binding's filters.
    package static func check(_ binding: Binding, with expressions: any Expressions) async -> [Diagnostic] {
        let filters = binding.filters
        if filters.isEmpty { return [] }
        let variables = binding.names.names.sorted() + FilterScope.engineNames
        do {
            let problems = try await expressions.check(filters.map(\.text), variables: variables)
            return problems.sorted { $0.key < $1.key }.compactMap { index, failure in
                guard filters.indices.contains(index) else { return nil }
                return Diagnostic(
                    "filter/syntax", "the filter does not compile: \(VisibleText.visible(failure.message))",
                    at: filters[index].span, help: "try it with `jq` on an answer")
            }
        } catch {
            return [
                Diagnostic(
                    "filter/unavailable", "filters cannot be checked: \(error.message)", at: nil,
                    help: "see whether libjq is installed and memory is left")
            ]
        }
    }
}
