import Digests
import OrderedJSON
package import RunbookEngine
package import RunbookModel
import RunbookRun

/// The runbook that prepares a disposable environment for another one.
package struct Fixture: Sendable {
    /// The group that its steps form in the journal.
    package static let group = "fixture"

    /// The document.
    package let document: RunnableDocument
    /// Its real path.
    package let path: String

    /// Takes a document as the fixture of another.
    ///
    /// - Throws: `FixtureFailure` when it does not fit what the other one declares.
    package init(_ document: RunnableDocument, path: String, for declaration: Declaration) throws(FixtureFailure) {
        self.document = document
        self.path = path
        let problems = Fixture.problems(of: document.declaration, for: declaration)
        if !problems.isEmpty { throw FixtureFailure(diagnostics: problems, source: document.source) }
    }

    /// Its steps under the identities that they have in a run.
    package var grouped: Binding { document.binding.grouped(under: Fixture.group) }

    /// What the journal keeps of the document.
    var record: RunStart.Document {
        RunStart.Document(
            file: document.source.file, path: path, sha256: SHA256.hex(document.source.bytes), commit: nil,
            isModified: false, role: .fixture)
    }

    /// What the runner gets.
    ///
    /// - Parameters:
    ///   - position: The first free position among the run's documents; it moves on by those that it includes.
    ///   - targets: The targets of the runbook that it prepares.
    ///   - values: A store without values.
    ///   - parameters: That runbook's parameters; those of equal name are the fixture's, too.
    /// - Throws: `PreflightFailure` when a parameter has no value, or one that cannot be used.
    func scope(
        next position: inout Int, targets: [String: Target], absent: Set<String>, values: ValueStore,
        parameters: [ResolvedParameter]
    ) throws(PreflightFailure) -> Scope {
        var sources = ParameterSources()
        sources.takesExamples = true
        for parameter in parameters {
            let name = parameter.declaration.name.value
            guard document.declaration.parameters.contains(where: { $0.name.value == name }) else { continue }
            sources.environment[name] = parameter.value
        }
        let resolution = ParameterResolution(
            document.declaration, from: sources, targets: targets.mapValues(\.properties))
        let problems = resolution.diagnostics + resolution.missing.map(Fixture.noValue)
        if !problems.isEmpty { throw PreflightFailure(diagnostics: problems) }
        let secrets = Set(parameters.filter(\.declaration.isSecret).map(\.declaration.name.value))
        let known = resolution.parameters.map { parameter in
            guard secrets.contains(parameter.declaration.name.value) else { return parameter }
            return ResolvedParameter(
                declaration: parameter.declaration.asSecret, value: parameter.value, source: parameter.source)
        }
        let part = DocumentPart(
            grouped, parameters: known, targets: targets,
            absent: absent)
        if !part.diagnostics.isEmpty { throw PreflightFailure(diagnostics: part.diagnostics) }
        return part.scope(
            at: 1, next: &position, values: values, policy: GatePolicy(saysYes: true, isDisposable: true))
    }

    private static func noValue(_ parameter: ParameterDeclaration) -> Diagnostic {
        Diagnostic(
            "fixture/parameter", "the fixture's parameter `\(parameter.name.value)` has no value",
            at: parameter.name.span, help: "add a `default`, or give it the name of a parameter of the runbook")
    }

    private static func problems(of fixture: Declaration, for declaration: Declaration) -> [Diagnostic] {
        var problems: [Diagnostic] = []
        if let nested = fixture.fixture {
            problems.append(
                Diagnostic(
                    "fixture/nested", "a fixture cannot have a fixture of its own", at: nested.span,
                    help: "move its steps into this document"))
        }
        for target in fixture.targets {
            let name = target.name.value
            let own = declaration.targets.first { $0.name.value == name && $0.kind.value == target.kind.value }
            guard own == nil else { continue }
            let names = declaration.targets.map(\.name.value)
            problems.append(
                Diagnostic(
                    "fixture/target",
                    "the runbook of this fixture declares no target `\(name)` of the kind `\(target.kind.value)`",
                    at: target.name.span, help: Suggestion.help(for: name, among: names, noun: "target")))
        }
        return problems
    }
}
