import OrderedJSON
package import RunbookModel
package import RunbookRun

/// Compiles the filters of a runbook, all at once, and says which of them are wrong.
package enum FilterCheck {
    /// The problems of a binding's filters.
    package static func check(_ binding: Binding, with expressions: any Expressions) async -> [Diagnostic] {
        let filters = binding.filters
        if filters.isEmpty { return [] }
        let variables = binding.variables + FilterScope.engineNames
        do {
            let problems = try await expressions.check(filters.map(\.text), variables: variables)
            return inexactNumbers(binding)
                + problems.sorted { $0.key < $1.key }.compactMap { index, failure in
                    guard filters.indices.contains(index) else { return nil }
                    return Diagnostic(
                        "filter/syntax", "the filter is not valid: \(VisibleText.visible(failure.message))",
                        at: filters[index].span, help: "try it with `jq` on a response")
                }
        } catch {
            return [
                Diagnostic(
                    "filter/unavailable", "filters cannot be checked: \(error.message)", at: nil,
                    help: "check that libjq is installed and that memory is available")
            ]
        }
    }

    /// Numbers that jq rounds, in filters and in the defaults of the parameters that they name.
    private static func inexactNumbers(_ binding: Binding) -> [Diagnostic] {
        var rounded: [String: String] = [:]
        for parameter in binding.runbook.declaration.parameters {
            guard case .number(let number)? = parameter.defaultValue?.value, number.isRounded else { continue }
            rounded[parameter.name.value] = number.text
        }
        return binding.filters.flatMap { filter in
            let literals = FilterNumbers.literals(in: filter.text).filter {
                JSONNumber(text: $0.text)?.isRounded == true
            }
            let names = FilterVariables.references(in: filter.text).compactMap { reference in
                rounded[reference.name].map { (text: $0, range: reference.range) }
            }
            return (literals + names).map { text, range in
                Diagnostic(
                    "filter/inexact-number", .warning, "jq rounds \(text), so other numbers are equal to it",
                    at: filter.block.span(range),
                    help: "compare it in `json expect`, which is exact, or let the target return it as a string")
            }
        }
    }
}

extension JSONNumber {
    /// Whether a double cannot hold it.
    fileprivate var isRounded: Bool { JSONNumber(double) != self }
}
