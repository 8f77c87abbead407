import Digests
import OrderedJSON
import RunbookEngine
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

    /// What the journal keeps of the document.
    var record: RunStart.Document {
        RunStart.Document(
            file: document.source.file, path: path, sha256: SHA256.hex(document.source.bytes), commit: nil,
            isModified: false, role: .fixture)
    }

    /// What the runner gets.
    ///
    /// - Parameters:
    ///   - scope: The scope of the runbook that it prepares.
    ///   - parameters: That runbook's parameters; those of equal name are the fixture's, too.
    /// - Throws: `PreflightFailure` when a parameter has no value, or one that cannot be used.
    func scope(
        before scope: Scope, parameters: [ResolvedParameter], properties: [String: JSONObject]
    ) throws(PreflightFailure) -> Scope {
        var sources = ParameterSources()
        sources.takesExamples = true
        for parameter in parameters {
            let name = parameter.declaration.name.value
            guard document.declaration.parameters.contains(where: { $0.name.value == name }) else { continue }
            sources.environment[name] = parameter.value
        }
        let resolution = ParameterResolution(document.declaration, from: sources, targets: properties)
        let problems = resolution.diagnostics + resolution.missing.map(Fixture.noValue)
        if !problems.isEmpty { throw PreflightFailure(diagnostics: problems) }
        let secrets = Set(parameters.filter(\.declaration.isSecret).map(\.declaration.name.value))
        var values = scope.values
        for parameter in resolution.parameters {
            let name = parameter.declaration.name.value
            values.set(
                name, to: parameter.value, isSecret: parameter.declaration.isSecret || secrets.contains(name),
                hidesNames: true)
        }
        return Scope(
            document: .init(position: 1, file: record.file, sha256: record.sha256),
            binding: document.binding.grouped(under: Fixture.group), targets: scope.targets,
            absent: scope.absent, values: values,
            choice: RunPreparation.choice(resolution.parameters),
            policy: GatePolicy(saysYes: true, isDisposable: true))
    }

    private static func noValue(_ parameter: ParameterDeclaration) -> Diagnostic {
        Diagnostic(
            "fixture/parameter", "nothing gives the fixture's parameter `\(parameter.name.value)` a value",
            at: parameter.name.span, help: "give it a `default`, or the name of a parameter of the runbook")
    }

    private static func problems(of fixture: Declaration, for declaration: Declaration) -> [Diagnostic] {
        var problems: [Diagnostic] = []
        if let nested = fixture.fixture {
            problems.append(
                Diagnostic(
                    "fixture/nested", "a fixture has no fixture of its own", at: nested.span,
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
                    "the runbook that it prepares has no target `\(name)` of the kind `\(target.kind.value)`",
                    at: target.name.span, help: Suggestion.help(for: name, among: names, noun: "target")))
        }
        return problems
    }
}
