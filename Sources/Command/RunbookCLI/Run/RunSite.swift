import OrderedJSON
import RunbookApp
import RunbookEngine
import RunbookEnvironment
import RunbookModel
import RunbookPlugin
import RunbookRun

/// Where a run takes place, opened: an environment that was read and whose credentials are in hand, or a sandbox that was
/// started for it.
struct RunSite: Sendable {
    /// The environment and its targets.
    let setting: RunSetting
    /// The control endpoint of a sandbox.
    let control: String?
    /// The sandbox that was started for the run, and ends with it.
    let sandbox: SandboxProcess?
    /// The environment that was read; nil for a sandbox that was started.
    let environment: Environment?
    /// The secrets that the environment gives to parameters.
    let parameterSecrets: [String: Secret]
    /// The rules of notices, with the addresses in hand.
    var notices: [RunNotices.Line] = []
    /// Warnings about the environment file.
    let warnings: [Diagnostic]

    /// Opens an environment, or a sandbox without one; whatever becomes of the work, it is closed.
    ///
    /// - Parameters:
    ///   - document: The document that the environment is for.
    ///   - path: Where it is; environments are looked for beside it.
    ///   - wish: What is asked of a sandbox.
    /// - Throws: `CommandFailure`, and what the work throws.
    static func with<Result>(
        _ place: EnvironmentPlace?, for document: RunnableDocument, at path: String, wish: SandboxWish = .nothing,
        context: CommandContext, _ work: (RunSite) async throws -> Result
    ) async throws -> Result {
        let site = try await open(place, for: document, at: path, wish, context: context)
        do {
            let result = try await work(site)
            await site.close()
            return result
        } catch {
            await site.close()
            throw error
        }
    }

    private static func open(
        _ place: EnvironmentPlace?, for document: RunnableDocument, at path: String, _ wish: SandboxWish,
        context: CommandContext
    ) async throws -> RunSite {
        let declaration = document.declaration
        guard let place else {
            return try await openSandbox(for: declaration, document: document.source, wish, context: context)
        }
        let (environment, problems) = try read(place, for: document, at: path, context: context)
        do {
            return try await open(
                environment, for: document, warnings: problems, wish, context: context)
        } catch let error as EnvironmentProblems {
            throw CommandFailure(
                ExitStatus.invalid, error.diagnostics, sources: error.source.map { [$0] } ?? [])
        }
    }

    /// Reads the environment that is meant, and gives its warnings; fetches no secret and contacts nothing.
    ///
    /// - Throws: `CommandFailure` when there is none, or it does not fit the runbook.
    static func read(
        _ place: EnvironmentPlace, for document: RunnableDocument, at path: String, context: CommandContext
    ) throws -> (Environment, [Diagnostic]) {
        do {
            let file = try place.file(by: EnvironmentSearch(runbook: path, variables: context.variables))
            let (environment, warnings) = try Environment.read(
                file, kinds: context.registry.kinds)
            try place.hold(environment)
            let share = TargetShare(document.declaration.targets, in: environment, kinds: context.registry.kinds)
            let problems =
                environment.problems(
                    for: document.declaration, without: share.dispensable.union(share.unneeded(of: document.binding)))
                + share.warnings(in: environment)
            let errors = problems.filter { $0.severity == .error }
            if !errors.isEmpty {
                throw CommandFailure(
                    ExitStatus.invalid, errors,
                    sources: [document.source, environment.shownSource(for: document.declaration)])
            }
            return (environment, warnings + problems)
        } catch let error as EnvironmentProblems {
            throw CommandFailure(
                ExitStatus.invalid, error.diagnostics, sources: error.source.map { [$0] } ?? [])
        }
    }

    private static func open(
        _ environment: Environment, for document: RunnableDocument, warnings: [Diagnostic], _ wish: SandboxWish,
        context: CommandContext
    ) async throws -> RunSite {
        let declaration = document.declaration
        let resolver = SecretResolver(
            variables: context.variables, files: environment.fileTrust, secrets: context.secrets)
        let targets = try await environment.targets(for: declaration.targets, resolver: resolver)
        var secrets: [String: Secret] = [:]
        for parameter in declaration.parameters where parameter.isSecret {
            guard let source = environment.parameter(parameter.name.value)?.secretSource else { continue }
            do throws(SecretResolver.Failure) {
                secrets[parameter.name.value] = try await resolver.secret(from: source)
            } catch {
                let problem = Diagnostic(
                    "environment/credential", "no value for `\(parameter.name.value)`: \(error.message)",
                    at: environment.parameter(parameter.name.value)?.value.span, help: error.help)
                throw CommandFailure(
                    ExitStatus.invalid, [problem], sources: [environment.shownSource(for: declaration)])
            }
        }
        let share = TargetShare(declaration.targets, in: environment, kinds: context.registry.kinds)
        let sandbox = try await startSandbox(
            for: share.emulated, isVirtual: false, document: document.source, wish, context: context)
        let setting = RunSetting(
            environment: .init(
                environment.heading, path: environment.path, isFound: environment.origin == .repository,
                startsSandbox: sandbox != nil, profiles: sandbox?.profiles),
            targets: targets + (sandbox?.targets ?? []), absent: share.absentNames,
            unneeded: share.unneeded(of: document.binding), ownTargets: Set(sandbox?.targets.map(\.name) ?? []),
            text: environment.source.text, gatesExpire: environment.gatesExpire)
        var site = RunSite(
            setting: setting, control: environment.sandbox?.value, sandbox: sandbox, environment: environment,
            parameterSecrets: secrets, warnings: warnings)
        site.notices = try await notices(environment.notices, in: environment.source, resolver)
        // The operator's own rules hold in every environment; their files are the operator's, too.
        if let own = try UserConfiguration.read(context.variables) {
            let resolver = SecretResolver(variables: context.variables, secrets: context.secrets)
            site.notices += try await notices(own.notices, in: own.source, resolver)
        }
        return site
    }

    /// The rules of notices, with the secrets among their addresses.
    private static func notices(
        _ rules: [NoticeRule], in file: SourceText, _ resolver: SecretResolver
    ) async throws -> [RunNotices.Line] {
        var lines: [RunNotices.Line] = []
        for rule in rules {
            switch rule.way {
            case .command: lines.append(.init(rule: rule, url: nil))
            case .webhook(let url): lines.append(.init(rule: rule, url: url))
            case .secretWebhook(let source):
                do throws(SecretResolver.Failure) {
                    lines.append(.init(rule: rule, url: try await resolver.secret(from: source).reveal()))
                } catch {
                    let problem = Diagnostic(
                        "environment/credential", "no address for `notify`: \(error.message)", at: rule.span,
                        help: error.help)
                    throw CommandFailure(ExitStatus.invalid, [problem], sources: [file])
                }
            }
        }
        return lines
    }

    private static func openSandbox(
        for declaration: Declaration, document: SourceText, _ wish: SandboxWish, context: CommandContext
    ) async throws -> RunSite {
        let share = TargetShare(declaration.targets, in: nil, kinds: context.registry.kinds)
        let sandbox = try await startSandbox(
            for: share.emulated, isVirtual: true, document: document, wish, context: context)
        let setting = RunSetting(
            environment: .init(.sandbox, profiles: sandbox?.profiles), targets: sandbox?.targets ?? [],
            absent: share.absentNames, ownTargets: Set(sandbox?.targets.map(\.name) ?? []))
        return RunSite(
            setting: setting, control: sandbox?.control, sandbox: sandbox, environment: nil, parameterSecrets: [:],
            warnings: share.warnings(in: nil))
    }

    /// A sandbox with these targets; nil when there are none.
    private static func startSandbox(
        for targets: [TargetDeclaration], isVirtual: Bool, document: SourceText, _ wish: SandboxWish,
        context: CommandContext
    ) async throws -> SandboxProcess? {
        let plan = SandboxPlan(for: targets, wish: wish)
        if !plan.diagnostics.isEmpty {
            throw CommandFailure(ExitStatus.invalid, plan.diagnostics, sources: [document])
        }
        if plan.systems.isEmpty { return nil }
        do {
            return try await SandboxProcess.start(
                plan, for: targets, isVirtual: isVirtual, kinds: context.registry.kinds,
                executable: context.executable)
        } catch {
            throw CommandFailure(ExitStatus.internalError, [error])
        }
    }

    /// Ends the sandbox, where one was started.
    private func close() async { await sandbox?.stop() }
}
