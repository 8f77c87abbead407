import OrderedJSON
import RunbookApp
import RunbookEngine
import RunbookModel
import RunbookRun
import Terminal

/// The set-up of a run, written once for `exec`, `resume`, `undo` and `plan --probe`: opens the environment, finds the
/// values of the parameters, and looks at the targets.
struct RunSetup {
    let context: CommandContext
    let options: RunOptions
    /// What runs.
    let document: RunnableDocument
    /// The environment; nil for a sandbox that is started for the run.
    var place: EnvironmentPlace?
    /// Who is asked; nil when nobody can be.
    let console: Console?
    /// The run that is continued or taken back, whose values are used again; nil for a new one.
    var kept: RunStart?
    /// Whether only reads are sent, which needs no consent and repeats no warning of the plan.
    var onlyReads = false
    /// The parameters of a run that started before which get another value.
    var changed: Set<String> = []
    /// What prepares a disposable environment.
    var fixture: Fixture?
    /// The texts that an edited one has replaced, newest first.
    var replaced: [ReplacedDocument] = []
    /// The commit of the document's repository, once it is known.
    var commit: Task<GitState.Commit?, Never>?
    /// The SHA-256 of the plan that was reviewed.
    var plan: String?

    /// Sets up a new run.
    init(_ document: RunnableDocument, _ options: RunOptions, context: CommandContext) {
        self.document = document
        self.options = options
        self.context = context
        place = options.environment.map { .said($0) }
        console = context.person
    }

    /// Sets up a run that started before.
    ///
    /// - Parameters:
    ///   - adoptsEnvironment: Whether an edited environment file is adopted.
    ///   - asks: Whether a person may be asked.
    init(
        _ document: RunnableDocument, of start: RunStart, _ options: RunOptions, adoptsEnvironment: Bool = false,
        asks: Bool = true, context: CommandContext
    ) {
        self.document = document
        self.options = options
        self.context = context
        place = EnvironmentPlace(keptBy: start, adopts: adoptsEnvironment)
        console = asks ? context.person : nil
        kept = start
    }

    /// Does something with the prepared run; whatever becomes of it, the environment is closed behind it.
    ///
    /// - Throws: `CommandFailure`, and what the work throws.
    func with<Result>(_ work: (RunSite, PreparedRun) async throws -> Result) async throws -> Result {
        let path = kept?.document.path ?? options.file
        return try await RunSite.with(
            place, for: document, at: path, wish: wish(), context: context
        ) { site in
            if kept == nil, !onlyReads { context.print(site.warnings, sources: site.sources(with: document)) }
            return try await work(site, try await prepared(at: site))
        }
    }

    /// What is asked of a sandbox.
    private func wish() -> SandboxWish {
        var given: [String: String] = [:]
        for member in options.parameterFile?.values.members ?? [] { given[member.name] = member.value.string }
        for option in options.parameters { given[option.name] = option.text }
        return SandboxWish(
            clusters: options.clusters.map(\.system),
            values: SandboxWish.values(of: document.declaration, given: given))
    }

    private func prepared(at site: RunSite) async throws -> PreparedRun {
        var draft = RunDraft(
            document: document, path: kept?.document.path ?? DocumentFile.realPath(options.file),
            commit: await commit?.value, fixture: fixture, setting: site.setting,
            saysYes: options.saysYes && !onlyReads, plan: plan, ticket: options.ticket, secrets: context.secrets,
            origin: context.origin, wasDisposable: kept?.environment.isDisposable ?? true)
        draft.replaced = replaced
        draft.invocation = options.invocation
        do {
            let prepared = try await draft.prepare(with: context.registry) {
                let parameters = try await parameters(at: site)
                if !onlyReads { try await site.confirmProtected(console) }
                return parameters
            }
            if !onlyReads { context.print(prepared.warnings, sources: document.sources) }
            return prepared
        } catch let failure as PreflightFailure {
            throw CommandFailure(
                failure.isAboutTargets ? ExitStatus.targetUnfit : ExitStatus.invalid, failure.diagnostics,
                sources: site.sources(with: document))
        }
    }

    private func parameters(at site: RunSite) async throws -> [ResolvedParameter] {
        let late = document.binding.lateParameters
        // With `--yes` a new run asks nothing.
        let asks = kept != nil || onlyReads || !options.saysYes
        let prompt = ParameterPrompt(
            options: options, context: context, console: asks ? console : nil,
            path: kept?.document.path ?? DocumentFile.realPath(options.file))
        if let kept {
            return try await prompt.recall(
                document.declaration, late: late, from: kept, at: site, changing: changed)
        }
        return try await prompt.resolve(document.declaration, late: late, at: site)
    }
}
