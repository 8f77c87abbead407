package import OrderedJSON
package import RunbookEngine
package import RunbookModel

/// Finds values that are known before a run, and that cannot be where a step puts them.
package enum ValueCheck {
    /// What cannot be where it should, in the steps that the choice does not exclude.
    package static func unfit(
        in binding: Binding, parameters: [ResolvedParameter], properties: [String: JSONObject]
    ) -> [Diagnostic] {
        let choice = PreparedRun.choice(parameters)
        var values = properties.mapValues { JSON.object($0) }
        for parameter in parameters { values[parameter.declaration.name.value] = parameter.value }
        var diagnostics: [Diagnostic] = []
        for bound in binding.steps where bound.step.keys.alternatives.allSatisfy({ $0.mayAdmit(choice) }) {
            for template in bound.actions.flatMap(\.fields).map(\.template) {
                let problems = template.unfit { reference in
                    values[reference.name].flatMap { reference.resolve(in: $0) }
                }
                for problem in problems {
                    let source = parameters.first { $0.declaration.name.value == problem.hole.reference.name }?.source
                    diagnostics.append(diagnostic(problem, from: source))
                }
            }
        }
        return diagnostics
    }

    private static func diagnostic(_ problem: Template.Unfilled, from source: String?) -> Diagnostic {
        Diagnostic(
            "value/unfit", problem.message, at: problem.hole.span,
            help: source.map { "it comes from \(words($0)): set the parameter to another value" }
                ?? "it comes from the environment file: change it there")
    }

    /// The source of a parameter, in words.
    private static func words(_ source: String) -> String {
        switch source {
        case "default": "the parameter's `default`"
        case "examples": "the parameter's `examples`"
        case "option": "`-p`"
        case "prompt": "the answer to the question"
        case "environment": "the environment file"
        default: "`\(VisibleText.visible(source))`"
        }
    }
}
