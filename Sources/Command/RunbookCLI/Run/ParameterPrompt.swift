import OrderedJSON
import RunbookApp
import RunbookEnvironment
import RunbookModel
import RunbookRun
import RunbookStore
import Terminal

/// Finds the values of the parameters, and asks a person for those that nothing gives.
struct ParameterPrompt {
    let options: RunOptions
    let context: CommandContext
    let console: Console?
    /// The document's real path.
    let path: String

    /// The parameters with their values.
    ///
    /// - Throws: `CommandFailure` when one cannot be used, or has no value and nobody can be asked.
    ///
    /// - Parameters:
    ///   - late: Those that get a value on the way, where nothing gives them one before.
    ///   - madeUp: Secrets that were made up when the run started.
    func resolve(
        _ declaration: Declaration, late: Set<String> = [], madeUp: Set<String> = [], at site: RunSite
    ) async throws -> [ResolvedParameter] {
        var sources = options.sources(in: site.environment, variables: context.variables)
        sources.environmentSecrets = site.parameterSecrets
        // What a plan was reviewed with must not change with a flag.
        sources.takesExamples =
            options.saysYes && site.setting.environment.isDisposable && options.plan == nil
        if site.setting.environment.isDisposable { sources.madeUp = madeUp }
        if sources.takesExamples || !sources.madeUp.isEmpty, declaration.parameters.contains(where: \.isSecret) {
            // What was made up before cannot be made up from a new key.
            sources.randomness = try await context.store(options.store).randomness(
                for: path, makesKey: sources.madeUp.isEmpty)
        }
        var resolution = ParameterResolution(declaration, from: sources, targets: site.setting.properties, late: late)
        do {
            guard let console else { return try resolution.complete() }
            try resolution.check()
            for parameter in resolution.missing { try await ask(for: parameter, at: console, in: &resolution) }
        } catch let failure as ParameterFailure {
            throw CommandFailure(failure)
        }
        return resolution.parameters
    }

    private func ask(
        for parameter: ParameterDeclaration, at console: Console, in resolution: inout ParameterResolution
    ) async throws {
        if let description = parameter.description { console.write(VisibleText.visible(description) + "\n") }
        while true {
            guard let text = try await answer(for: parameter, console: console) else {
                throw CommandFailure(.missing([parameter]))
            }
            let problems = resolution.set(text, for: parameter)
            if problems.isEmpty { return }
            console.write("invalid value: \(VisibleText.visible(problems.joined(separator: "; ")))\n")
        }
    }

    private func answer(for parameter: ParameterDeclaration, console: Console) async throws -> String? {
        let name = parameter.name.value
        if parameter.isSecret { return try await console.askHidden("\(name) (not shown): ") }
        guard let values = parameter.schema.alternatives else { return try await console.ask("\(name): ") }
        guard let position = try await console.choose("\(name):", from: values.map { VisibleText.visible($0) }) else {
            return nil
        }
        return values[position]
    }
}
