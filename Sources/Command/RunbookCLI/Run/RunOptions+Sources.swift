import OrderedJSON
import RunbookApp
import RunbookEnvironment
import RunbookModel

extension RunOptions {
    /// Where the values of parameters come from, secrets of the environment left out.
    func sources(in environment: Environment?, variables: [String: String]) -> ParameterSources {
        var sources = ParameterSources()
        sources.options = parameters.map { ($0.name, $0.text) }
        sources.file = parameterFile
        for parameter in environment?.parameters ?? [] {
            sources.environment[parameter.name.value] = parameter.value.value
        }
        sources.variables = variables
        return sources
    }
}
