package import RunbookEngine
import RunbookModel

/// The values of the parameters that `if` names, under which a runbook is tested.
package enum TestCombinations {
    /// The most combinations that are tried; beyond it each value is tried once.
    package static let limit = 16

    /// The combinations of a runbook, each a value by name; one that is empty when there is nothing to choose.
    package static func all(of binding: Binding) -> [[String: String]] {
        let named = choices(of: binding)
        let parameters = binding.runbook.declaration.parameters.compactMap { parameter -> (String, [String])? in
            guard named.contains(parameter.name.value), let values = parameter.schema.alternatives else { return nil }
            return (parameter.name.value, values)
        }
        let count = parameters.reduce(1) { total, parameter in
            total > limit ? total : total * max(1, parameter.1.count)
        }
        if count <= limit {
            return parameters.reduce([[:]]) { combinations, parameter in
                combinations.flatMap { combination in
                    parameter.1.map { combination.merging([parameter.0: $0]) { $1 } }
                }
            }
        }
        let longest = parameters.map(\.1.count).max() ?? 1
        return (0..<longest).map { round in
            Dictionary(uniqueKeysWithValues: parameters.map { ($0.0, $0.1[round % $0.1.count]) })
        }
    }

    /// The parameters that decide which steps are taken, those of what it includes by what passes them.
    private static func choices(of binding: Binding) -> Set<String> {
        var names = Set(binding.steps.flatMap { $0.step.keys.alternatives.map(\.parameter.value) })
        for included in binding.steps.compactMap(\.included) {
            let passed = included.inclusion?.parameters ?? [:]
            names.formUnion(choices(of: included).compactMap { passed[$0] })
        }
        return names
    }
}
