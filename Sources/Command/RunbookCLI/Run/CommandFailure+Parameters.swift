import RunbookApp
import RunbookModel

extension CommandFailure {
    /// The message when parameters have no values to run with.
    init(_ failure: ParameterFailure) {
        switch failure {
        case .misused(let lines): self.init(ExitStatus.usage, lines: lines)
        case .unfit(let diagnostics): self.init(ExitStatus.invalid, diagnostics)
        case .missing(let parameters):
            self.init(ExitStatus.waiting, lines: parameters.map(CommandFailure.complaint(about:)))
        }
    }

    private static func complaint(about parameter: ParameterDeclaration) -> String {
        let name = parameter.name.value
        let way = parameter.isSecret ? "set `\(ParameterResolution.variable(name))`" : "set it with `-p \(name)=...`"
        return "the parameter `\(name)` has no value; \(way)"
    }
}
