package import OrderedJSON
package import RunbookEngine
package import RunbookModel

/// Finds properties of targets that steps need and the environment does not give.
package enum PropertyCheck {
    /// What is missing for the steps that the choice does not exclude.
    package static func missing(
        in binding: Binding, choice: [String: String], properties: [String: JSONObject]
    ) -> [Diagnostic] {
        var diagnostics: [Diagnostic] = []
        var seen: Set<String> = []
        for bound in binding.steps where bound.step.keys.alternatives.allSatisfy({ $0.mayAdmit(choice) }) {
            for use in bound.uses where use.purpose != .shown {
                guard let known = properties[use.name], case .member(let property)? = use.path.first,
                    known[property] == nil, seen.insert("\(use.name).\(property)").inserted
                else { continue }
                diagnostics.append(
                    Diagnostic(
                        "environment/missing-property",
                        "the target `\(use.name)` has no `\(property)` in the environment, and the step "
                            + "`\(bound.id)` needs it",
                        at: use.span, help: "add `\(property):` to the target `\(use.name)` of the environment file"))
            }
        }
        return diagnostics
    }
}
