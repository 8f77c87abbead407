import Digests
import OrderedJSON
package import RunbookEngine
package import RunbookModel
package import RunbookRun

/// What a run needs to start, made of what was checked, resolved and looked at.
package struct PreparedRun: Sendable {
    /// What the runner gets: the documents in the order their steps run.
    package let scopes: [Scope]
    /// The documents that an edited one has replaced, newest first, with places behind all others.
    package let replaced: [ReplacedScope]
    /// The texts that the store keeps with the run: those of its documents, and of the environment file.
    package let texts: [(text: String, sha256: String)]
    /// What the first event says.
    package let start: RunStart
    /// What is not quite right with the targets.
    package let warnings: [Diagnostic]
    /// What tells its targets from others, and its document, which it claims so that no other run does the same meanwhile.
    ///
    /// Nil when it changes nothing, or only a sandbox of its own.
    package let claimed: [String]?

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
        let known = PreparedRun.identified(setting.targets, as: targets)
        let part = DocumentPart(
            draft.document.binding, parameters: parameters, targets: known, absent: setting.absent)
        let scope = part.scope(
            at: 0, next: &position, values: values,
            policy: GatePolicy(
                saysYes: draft.saysYes, isDisposable: setting.environment.isDisposable && draft.wasDisposable,
                expires: setting.gatesExpire))
        let fixture = try preparing?.scope(
            next: &position, targets: known, absent: setting.absent, values: values,
            parameters: parameters)
        scopes = [fixture, scope].compactMap(\.self)
        replaced = draft.replaced.map { old in
            position += 1
            let part = DocumentPart(
                old.document.binding, parameters: parameters, targets: known, absent: setting.absent)
            return ReplacedScope(
                part.scope(at: position - 1, next: &position, values: values, policy: scope.policy), until: old.until)
        }
        let documents =
            [source.text] + (preparing.map { [$0.document.source.text] } ?? []) + scope.includedTexts
            + (fixture?.includedTexts ?? [])
        var start = RunStart(
            tool: draft.origin.tool, user: draft.origin.user, host: draft.origin.host,
            document: .init(
                file: source.file, path: draft.path, sha256: hash, commit: draft.commit?.id ?? nil,
                isModified: draft.commit.map(\.isModified) ?? false),
            others: (preparing.map { [$0.record] } ?? []) + scope.includedRecords + (fixture?.includedRecords ?? []),
            environment: setting.environment, targets: targets,
            parameters: parameters.map(\.record), outline: PreparedRun.outline(of: scope, after: fixture),
            plan: draft.plan, plugins: draft.document.binding.plugins(in: registry), ticket: draft.ticket)
        start.invocation = draft.invocation
        self.start = start
        texts =
            zip(documents, start.documents).map { ($0, $1.sha256) }
            + (setting.text.map { [($0, setting.environment.sha256 ?? SHA256.hex(Array($0.utf8)))] } ?? [])
        claimed = PreparedRun.claim(of: start, at: setting)
        self.warnings = warnings
    }

    private static func claim(of start: RunStart, at setting: RunSetting) -> [String]? {
        let acts = start.outline.steps.contains { $0.effect > .read }
        let hasOnlyItsOwn = !setting.ownTargets.isEmpty && setting.environment.path == nil
        if !acts || hasOnlyItsOwn { return nil }
        let targets = start.targets.filter { !setting.ownTargets.contains($0.name) }
        // Its own word where it has one: a system has many addresses, such as those of its nodes.
        return targets.map { $0.identity ?? $0.address } + [start.document.path]
    }

    /// The targets, with what tells each from others: its own word, or where it responds.
    private static func identified(_ targets: [String: Target], as found: [RunStart.Target]) -> [String: Target] {
        let identities = Dictionary(found.map { ($0.name, $0.identity ?? $0.address) }) { first, _ in first }
        return targets.mapValues { $0.identified(as: identities[$0.name]) }
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
