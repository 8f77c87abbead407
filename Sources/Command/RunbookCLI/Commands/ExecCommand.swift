import Arguments
import RunbookApp
import RunbookModel
import RunbookReport

/// `runbook exec FILE`: runs a runbook.
enum ExecCommand {
    static func command(_ context: CommandContext) -> Command {
        Command(
            "exec", "run a runbook, step by step",
            discussion: """
                Without --env the runbook runs on the embedded sandbox and changes nothing real:
                  runbook exec connect-clusters.md
                  runbook exec connect-clusters.md --env staging -p index=orders --report run.md
                """
        ) { d in
            let file = d.argument("FILE", help: "the runbook")
            let environment = d.option("env", nil, "NAME|PATH", help: "the environment to run in: a name or a file")
            let parameters = d.options(
                "param", "p", "NAME=VALUE", of: ParameterOption.self, help: "set a parameter")
            let parameterFile = d.option("params", nil, "FILE", help: "read parameters from a YAML or JSON file")
            let yes = d.flag(
                "yes", "y", help: "confirm all questions with yes; manual steps still wait")
            let store = d.option("store", nil, "DIR", help: "the folder where runs are stored")
            let report = d.option(
                "report", nil, "FILE",
                help: "write a report to FILE: Markdown, or by its ending .json, .xml (JUnit), .html")
            let format = d.option(
                "format", nil, "FORMAT", default: OutputFormat.text, help: "output format")
            let only = d.option("only", nil, "STEP[,STEP]", help: "run only these steps, and the reads that they need")
            let from = d.option("from", nil, "STEP", help: "run this step and those after it")
            let ticket = d.option("ticket", nil, "TEXT", help: "a change ticket, for reports")
            let verbose = VerboseOption.declare(&d)
            let waits = d.flag("wait-for-lock", help: "wait for other runs of this runbook or its targets to end")
            let plan = d.option("plan", nil, "FILE", help: "do exactly what this reviewed plan says, or fail")
            let dry = d.flag("dry-run", "n", help: "show what would be done, like `runbook plan`")
            let clusters = d.options(
                "cluster", nil, "NAME=PROFILE", of: ClusterOption.self,
                help: "emulate this target with this profile of the sandbox")
            let plugins = PluginOption.declare(&d)
            return { a in
                let context = try context.with(plugins: a[plugins])
                var options = RunOptions(file: a[file])
                options.environment = a[environment]
                options.parameters = a[parameters]
                options.parameterFile = try a[parameterFile].map { file in
                    (DocumentFile.realPath(file), try ParameterFile.read(file))
                }
                options.saysYes = a[yes]
                options.store = a[store]
                options.report = a[report]
                options.format = a[format]
                options.verbosity = a[verbose]
                options.ticket = a[ticket]
                options.from = a[from]
                options.only = try a[only].map { try chosen($0, a) } ?? []
                if !options.only.isEmpty, options.from != nil { throw a.misuse("--only and --from cannot be combined") }
                if a[plan] != nil, !options.only.isEmpty || options.from != nil {
                    throw a.misuse("--plan runs what was reviewed, so --only and --from cannot be combined with it")
                }
                options.waitsForLock = a[waits]
                options.plan = a[plan]
                options.clusters = a[clusters]
                options.plugins = a[plugins]
                if a[dry] { return try await dryRun(options, context) }
                return try await run(options, context)
            }
        }
    }

    /// The ids of `--only`.
    ///
    /// An empty one, as where a variable is not set, must not mean all steps.
    private static func chosen(_ list: String, _ a: ArgumentValues) throws -> [String] {
        let ids = list.split(separator: ",", omittingEmptySubsequences: false).map { part in
            String(part.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
        }
        guard !ids.contains("") else {
            throw a.misuse("--only needs the id of each step, with commas between them: `--only STEP,STEP`")
        }
        return ids
    }

    private static func run(_ options: RunOptions, _ context: CommandContext) async throws -> Int32 {
        let document = try await DocumentFile.runnable(options.file, context: context)
        let path = DocumentFile.realPath(options.file)
        let fixture = try await FixtureFile.load(for: document, at: path, context: context)
        tellWarnings(of: [document, fixture?.document].compactMap(\.self), options, context)
        // A report that cannot be written is better known before the first step than after the last.
        if let report = options.report {
            guard ReportWriter.Format.knows(report) else {
                throw CommandFailure(
                    ExitStatus.usage,
                    lines: [
                        "`\(VisibleText.visible(report))` has the ending of no report: .md, .json, .xml (JUnit) or .html"
                    ])
            }
            try DocumentFile.open(report)
        }
        let selection = try selection(options, in: document)
        var agreement: PlanAgreement?
        if let plan = options.plan {
            agreement = try await PlanAgreement(plan, options, for: document, context: context)
        }
        var setup = RunSetup(document, options, context: context)
        setup.fixture = fixture
        setup.commit = Task { await GitState.of(path, text: document.source, variables: context.variables) }
        setup.plan = agreement?.hash
        return try await setup.with { [setup] site, prepared in
            try await agreement?.hold(prepared, at: site)
            let store = try context.store(options.store)
            return try await TerminalRun(prepared: prepared, setup: setup, site: site, store: store).start(selection)
        }
    }

    /// The steps that `--only` and `--from` choose; nil for all.
    private static func selection(_ options: RunOptions, in document: RunnableDocument) throws -> StepSelection? {
        if options.only.isEmpty, options.from == nil { return nil }
        do throws(StepSelection.Refusal) {
            return try StepSelection(only: options.only, from: options.from, of: document.binding)
        } catch {
            throw CommandFailure(ExitStatus.usage, lines: [error.message])
        }
    }

    /// Warnings are for the author; during an incident one line says that there are some.
    private static func tellWarnings(
        of documents: [RunnableDocument], _ options: RunOptions, _ context: CommandContext
    ) {
        let count = documents.flatMap(\.warnings).filter { $0.severity == .warning }.count
        guard count > 0 else { return }
        let file = NextCommands.document(options.file, at: DocumentFile.absolutePath(options.file))
        let command = context.place.completing("`runbook check \(file)`")
        context.messages.line("\(count) \(count == 1 ? "warning" : "warnings"): see \(command)")
    }

    private static func dryRun(_ options: RunOptions, _ context: CommandContext) async throws -> Int32 {
        var command = PlanCommand(options: options, context: context)
        if options.format == .json { command.format = .json }
        let document = try await DocumentFile.runnable(options.file, context: context)
        command.selection = try selection(options, in: document)
        if let plan = options.plan { _ = try await PlanAgreement(plan, options, for: document, context: context) }
        return try await command.run(document)
    }
}
