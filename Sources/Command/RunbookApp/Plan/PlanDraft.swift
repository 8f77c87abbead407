import Digests
import OrderedJSON
package import RunbookEngine
package import RunbookModel
package import RunbookRun

/// What a plan is made of: a document and an environment of which no credential is known.
package struct PlanDraft: Sendable {
    private let document: RunnableDocument
    private let fixture: Fixture?
    private let environment: Plan.Environment
    private let targets: [PlannedTarget]
    private let setting: RunSetting
    private let resolution: ParameterResolution
    private let secretSources: [String: String]
    private let tool: String

    /// Makes a draft.
    ///
    /// - Parameters:
    ///   - fixture: What prepares the environment, should it be disposable.
    ///   - setting: The environment and its targets, without credentials; no targets where only the run knows them.
    ///   - resolution: The values of the parameters that are not secrets.
    ///   - secretSources: Where the secret parameters come from, by name.
    ///   - tool: The version of the tool.
    package init(
        _ document: RunnableDocument, after fixture: Fixture?, in environment: Plan.Environment,
        targets: [PlannedTarget], setting: RunSetting,
        resolution: ParameterResolution, secretSources: [String: String], tool: String
    ) {
        self.document = document
        self.fixture = environment.isDisposable ? fixture : nil
        self.environment = environment
        self.targets = targets
        self.setting = setting
        self.resolution = resolution
        self.secretSources = secretSources
        self.tool = tool
    }

    /// What is wrong with the environment, as far as it can be told without contacting it.
    package var problems: [Diagnostic] {
        Preflight.problems(
            at: setting, for: document.binding, parameters: resolution.parameters)
    }

    /// The plan; contacts nothing.
    ///
    /// - Parameters:
    ///   - registry: The handlers.
    ///   - expressions: What decides `when`.
    package func plan(with registry: HandlerRegistry, _ expressions: any Expressions) async -> Plan {
        let hash = SHA256.hex(document.source.bytes)
        let part = DocumentPart(
            document.binding, parameters: resolution.parameters, targets: setting.targets, absent: setting.absent)
        var position = 1
        let run = part.scope(
            at: 0, next: &position, values: ValueStore(),
            policy: GatePolicy(saysYes: false, isDisposable: environment.isDisposable))
        return Plan(
            tool: tool, title: document.binding.runbook.title,
            document: DocumentHeading(file: document.source.file, sha256: hash),
            fixture: fixture.map { fixture in
                let source = fixture.document.source
                return DocumentHeading(file: source.file, sha256: SHA256.hex(source.bytes))
            },
            includes: run.includedRecords.map(\.heading),
            environment: environment, targets: targets, parameters: document.declaration.parameters.map(record),
            plugins: document.binding.plugins(in: registry), steps: await PlanRenderer.steps(of: run, with: expressions)
        )
    }

    private func record(_ declaration: ParameterDeclaration) -> RunStart.Parameter {
        let name = declaration.name.value
        if declaration.isSecret {
            return RunStart.Parameter(name: name, value: nil, isSecret: true, source: secretSources[name] ?? "run")
        }
        let resolved = resolution.parameters.first { $0.declaration.name.value == name }
        // A default without value is made of properties that only the run knows.
        let source = declaration.defaultValue == nil ? "none" : "run"
        return resolved?.record ?? RunStart.Parameter(name: name, value: nil, isSecret: false, source: source)
    }
}
