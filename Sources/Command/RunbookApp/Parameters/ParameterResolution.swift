import Digests
package import OrderedJSON
package import RunbookModel

/// Finds the value of each parameter, and says what is wrong with what was given.
package struct ParameterResolution: Sendable {
    /// The parameters that have a value, in the order of the declaration.
    package private(set) var parameters: [ResolvedParameter] = []
    /// The parameters that have none.
    package private(set) var missing: [ParameterDeclaration] = []
    /// What is wrong with a word of the command line: unknown names, unfit values, secrets.
    package private(set) var usageProblems: [String] = []
    /// What is wrong with a value of a file or variable.
    package private(set) var diagnostics: [Diagnostic] = []

    private let declaration: Declaration
    private let sources: ParameterSources
    private let late: Set<String>
    private let targets: [String: JSONObject]

    /// Resolves the parameters of a declaration.
    ///
    /// - Parameters:
    ///   - targets: The properties of the targets, which a `default` may use.
    ///   - late: The parameters that get a value on the way, where nothing gives them one before.
    ///   - leavesSecrets: Whether secrets get no value and are not missed, as before a run.
    package init(
        _ declaration: Declaration, from sources: ParameterSources, targets: [String: JSONObject],
        late: Set<String> = [], leavesSecrets: Bool = false
    ) {
        self.late = late
        self.declaration = declaration
        self.sources = sources
        self.targets = targets
        checkNames()
        for parameter in declaration.parameters where !(leavesSecrets && parameter.isSecret) { resolve(parameter) }
    }

    private var names: [String] { declaration.parameters.map(\.name.value) }

    private mutating func checkNames() {
        for (name, _) in sources.options where !names.contains(name) {
            let help = Suggestion.help(for: name, among: names, noun: "parameter")
            usageProblems.append("the runbook has no parameter `\(VisibleText.visible(name))`; \(help)")
        }
        for member in sources.file?.values ?? JSONObject() where !names.contains(member.name) {
            let help = Suggestion.help(for: member.name, among: names, noun: "parameter")
            usageProblems.append(
                "`\(sources.file?.path ?? "")` gives the unknown parameter "
                    + "`\(VisibleText.visible(member.name))`; \(help)"
            )
        }
        for parameter in declaration.parameters where parameter.isSecret {
            let name = parameter.name.value
            guard sources.options.contains(where: { $0.name == name }) else { continue }
            usageProblems.append(
                "`\(name)` is secret, and other users can read a command line; set "
                    + "`\(ParameterResolution.variable(name))` instead"
            )
        }
    }

    /// The variable that gives a parameter its value.
    package static func variable(_ name: String) -> String { "RUNBOOK_PARAM_\(name.uppercased())" }

    private mutating func resolve(_ parameter: ParameterDeclaration) {
        guard let (value, source) = find(parameter) else {
            if !late.contains(parameter.name.value) { missing.append(parameter) }
            return
        }
        var problems = parameter.problems(with: value)
        // In a file a number has no type of its own but that of its spelling.
        if !problems.isEmpty, parameter.schema.kind == .string, value.number != nil || value.bool != nil {
            problems.append("write it in quotes")
        }
        guard problems.isEmpty else {
            let shown = parameter.isSecret ? "" : " `\(VisibleText.visible(value.string ?? value.text()))`"
            let message =
                "the value\(shown) of `\(parameter.name.value)` is invalid: \(problems.joined(separator: "; "))"
            if source == "option" || source.hasPrefix("file:") {
                usageProblems.append(message)
            } else {
                diagnostics.append(
                    Diagnostic(
                        "parameter/unfit", message, at: source == "default" ? parameter.defaultValue?.span : nil,
                        help: "it came from \(source); \(help(for: parameter))"))
            }
            return
        }
        let proof = source == "random" ? sources.proof : nil
        parameters.append(ResolvedParameter(declaration: parameter, value: value, source: source, proof: proof))
    }

    private func help(for parameter: ParameterDeclaration) -> String {
        let name = parameter.name.value
        return parameter.isSecret
            ? "set `\(ParameterResolution.variable(name))` to another value" : "set another value with `-p \(name)=...`"
    }

    private mutating func find(_ parameter: ParameterDeclaration) -> (JSON, source: String)? {
        let name = parameter.name.value
        if let option = sources.options.last(where: { $0.name == name }) {
            return (parameter.value(of: option.text), "option")
        }
        if let file = sources.file, let value = file.values[name] { return (value, "file:\(file.path)") }
        if let secret = sources.environmentSecrets[name] { return (.string(secret.reveal()), "environment") }
        if let value = sources.environment[name] { return (value, "environment") }
        let variable = ParameterResolution.variable(name)
        if let text = sources.variables[variable] { return (parameter.value(of: text), "env:\(variable)") }
        if late.contains(name) { return nil }
        if sources.takesExamples || sources.madeUp.contains(name), let secret = randomSecret(for: parameter) {
            return (secret, "random")
        }
        if sources.takesExamples, let example = parameter.examples.first { return (example, "examples") }
        if let value = defaultValue(of: parameter) { return (value, "default") }
        if sources.takesExamples, let first = parameter.schema.choices?.first { return (first, "examples") }
        return nil
    }

    /// A value for a secret that nothing gives, where everything may be lost; nil when it would not be allowed.
    private func randomSecret(for parameter: ParameterDeclaration) -> JSON? {
        guard parameter.isSecret, parameter.examples.isEmpty, parameter.schema.kind == .string else { return nil }
        let letters = Array("ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz23456789")
        let length = max(20, parameter.schema.minimumLength ?? 0)
        let name = parameter.name.value
        // One of each kind, for servers that ask for that.
        let text =
            "aA1-"
            + String(
                (0..<min(length, parameter.schema.maximumLength ?? length)).map { index in
                    letters[position(index, of: name) % letters.count]
                }.dropFirst(4))
        return parameter.problems(with: .string(text)).isEmpty ? .string(text) : nil
    }

    /// A random number for a letter of a secret; the same one again where the sources say from what.
    private func position(_ index: Int, of name: String) -> Int {
        guard let randomness = sources.randomness else { return Int.random(in: 0...Int(UInt16.max)) }
        let code = HMACSHA256.code(for: "\(name)\n\(index)".utf8, key: randomness)
        return Int(code[0]) << 8 | Int(code[1])
    }

    /// The default with properties of targets filled in; nil when there is none, or a target lacks the property.
    private func defaultValue(of parameter: ParameterDeclaration) -> JSON? {
        parameter.filledDefault { reference in
            targets[reference.name].flatMap { reference.resolve(in: .object($0)) }
        }
    }

    // MARK: Prompts

    /// Takes the value that a person typed for a missing parameter.
    ///
    /// - Returns: What is wrong with it; empty when it was taken.
    package mutating func set(_ text: String, for parameter: ParameterDeclaration) -> [String] {
        let value = parameter.value(of: text)
        let problems = parameter.problems(with: value)
        if problems.isEmpty {
            parameters.append(ResolvedParameter(declaration: parameter, value: value, source: "prompt"))
            missing.removeAll { $0.name.value == parameter.name.value }
        }
        return problems
    }
}
