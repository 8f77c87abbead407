import Digests
import OrderedJSON
package import RunbookEngine
package import RunbookModel
package import RunbookRun

/// What a run needs to begin, made of what was checked, resolved and looked at.
package struct RunPreparation: Sendable {
    /// What the runner gets: the documents in the order their steps run.
    package let scopes: [Scope]
    /// The texts of the documents, in the order of `RunStart.documents`.
    package let texts: [String]
    /// What the first event says.
    package let start: RunStart
    /// What is not quite right with the targets.
    package let warnings: [Diagnostic]

    /// Joins the parts.
    ///
    /// - Throws: `PreflightFailure` when the fixture cannot be given its parameters.
    init(
        _ draft: RunDraft, with registry: HandlerRegistry, targets: [RunStart.Target], parameters: [ResolvedParameter],
        warnings: [Diagnostic]
    ) throws(PreflightFailure) {
        let (source, setting) = (draft.document.source, draft.setting)
        let hash = SHA256.hex(source.bytes)
        let values = ValueStore(secrets: draft.secrets)
        let preparing = setting.environment.isDisposable ? draft.fixture : nil
        var position = preparing == nil ? 1 : 2
        let part = DocumentPart(
            draft.document.binding, parameters: parameters, targets: setting.targets, absent: setting.absent)
        let scope = part.scope(
            at: 0, next: &position, values: values,
            policy: GatePolicy(
                saysYes: draft.saysYes, isDisposable: setting.environment.isDisposable, expires: setting.gatesExpire))
        let fixture = try preparing?.scope(
            next: &position, targets: setting.targets, absent: setting.absent, values: values,
            parameters: parameters)
        scopes = [fixture, scope].compactMap(\.self)
        texts =
            [source.text] + (preparing.map { [$0.document.source.text] } ?? []) + scope.includedTexts
            + (fixture?.includedTexts ?? [])
        start = RunStart(
            tool: draft.origin.tool, user: draft.origin.user, host: draft.origin.host,
            document: .init(
                file: source.file, path: draft.path, sha256: hash, commit: draft.commit?.id ?? nil,
                isModified: draft.commit.map(\.isModified) ?? false),
            others: (preparing.map { [$0.record] } ?? []) + scope.includedRecords + (fixture?.includedRecords ?? []),
            environment: setting.environment, targets: targets,
            parameters: parameters.map(\.record), outline: RunPreparation.outline(of: scope, after: fixture),
            plan: draft.plan, plugins: draft.document.binding.plugins(in: registry))
        self.warnings = warnings
    }

    /// The steps of both, those of the fixture under its title.
    private static func outline(of scope: Scope, after fixture: Scope?) -> Outline {
        let own = scope.outline
        guard let fixture = fixture?.outline else { return own }
        let steps = fixture.steps.map { step in
            var step = step
            step.heading.section.insert(fixture.title, at: 0)
            return step
        }
        return Outline(title: own.title, steps: steps + own.steps)
    }

    /// The chosen values of the parameters that `if` may name.
    package static func choice(_ parameters: [ResolvedParameter]) -> [String: String] {
        var choice: [String: String] = [:]
        for parameter in parameters where parameter.declaration.schema.alternatives != nil {
            choice[parameter.declaration.name.value] = parameter.value.string ?? parameter.value.text()
        }
        return choice
    }
}
