import OrderedJSON
import RunbookApp
import RunbookEnvironment
import RunbookModel

extension RunOptions {
    /// Where the values of parameters come from, secrets of the environment left out.
    ///
    /// - Throws: `CommandFailure` when `--params` cannot be read.
    func sources(in environment: Environment?, variables: [String: String]) throws -> ParameterSources {
        var sources = ParameterSources()
        sources.options = parameters.map { ($0.name, $0.text) }
        if let parameterFile {
            sources.file = (DocumentFile.realPath(parameterFile), try ParameterFile.read(parameterFile))
        }
        for parameter in environment?.parameters ?? [] {
            sources.environment[parameter.name.value] = parameter.value.value
        }
        sources.variables = variables
        return sources
    }
}
