import Arguments
import OrderedJSON
import RunbookApp
import RunbookEnvironment
import RunbookModel
import RunbookReport
import RunbookRun
import RunbookStore
import Terminal

/// `runbook plan FILE`: what a run would do, without doing it.
struct PlanCommand {
    /// How it writes what would be done.
    enum Format: String, CaseIterable, ArgumentValue {
        /// For people at a terminal.
        case text
        /// For a comment on a pull request.
        case markdown
        /// For programs.
        case json
    }

    static func command(_ context: CommandContext) -> Command {
        Command(
            "plan", "show what a run would do, without doing it",
            discussion: """
                Plan contacts no target, fetches no secret and runs no program. With --probe it also sends the reads:
                  runbook plan connect-clusters.md
                  runbook plan connect-clusters.md --env staging --probe
                  runbook plan connect-clusters.md --env staging -o plan.json
                  runbook exec connect-clusters.md --env staging --plan plan.json
                """
        ) { d in
            let file = d.argument("FILE", help: "the runbook")
            let environment = d.option("env", nil, "NAME|PATH", help: "the environment to plan for: a name or a file")
            let parameters = d.options(
                "param", "p", "NAME=VALUE", of: ParameterOption.self, help: "set a parameter")
            let parameterFile = d.option("params", nil, "FILE", help: "read parameters from a YAML or JSON file")
            let probe = d.flag("probe", help: "send the requests that only read, too")
            let full = d.flag("full", help: "do not shorten long requests")
            let ascii = d.flag("ascii", help: "use ASCII characters only")
            let format = d.option("format", nil, "FORMAT", default: Format.text, help: "output format")
            let output = d.option("output", "o", "FILE", help: "write the plan to a file, for `exec --plan`")
            let store = d.option("store", nil, "DIR", help: "the folder where runs are stored")
            let plugins = PluginOption.declare(&d)
            return { a in
                let context = try context.with(plugins: a[plugins])
                var options = RunOptions(file: a[file])
                options.environment = a[environment]
                options.parameters = a[parameters]
                options.parameterFile = try a[parameterFile].map { file in
                    (DocumentFile.realPath(file), try ParameterFile.read(file))
                }
                options.store = a[store]
                var command = PlanCommand(options: options, context: context)
                command.isProbing = a[probe]
                command.isFull = a[full]
                command.isPlain = a[ascii]
                command.format = a[format]
                command.output = a[output]
                return try await command.run()
            }
        }
    }

    let options: RunOptions
    let context: CommandContext
    var isProbing = false
    var isFull = false
    var isPlain = false
    var format = Format.text
    var output: String?
    /// The steps that are omitted; nil for none.
    var selection: StepSelection?

    init(options: RunOptions, context: CommandContext) {
        self.options = options
        self.context = context
    }

    /// Reads the document, makes its plan and shows it.
    func run() async throws -> Int32 {
        if isProbing, options.environment == nil {
            throw CommandFailure(
                ExitStatus.usage,
                lines: [
                    "--probe reads from the targets of an environment, and a new sandbox is empty: add `--env NAME`"
                ])
        }
        return try await run(DocumentFile.runnable(options.file, context: context))
    }

    /// Makes the plan of a document and shows it.
    func run(_ document: RunnableDocument) async throws -> Int32 {
        var made = try await PlanMaker(options: options, context: context).make(document)
        if let selection { made.plan = made.plan.without(selection) }
        context.print(made.warnings, sources: made.site.sources)
        if output != nil { try checkCompleteness(made) }
        if isProbing {
            var setup = RunSetup(document, options, context: context)
            setup.onlyReads = true
            made.plan = try await setup.with { [plan = made.plan] site, prepared in
                await plan.probed(
                    by: prepared, context.expressions, clock: await SandboxRunClock.clock(control: site.control))
            }
        }
        let view = PlanView(made.shown, hash: made.hash, earlier: await earlierRuns(in: made.site.environment?.path))
        if let output { try PlanFile.write(made.plan, hash: made.hash, to: output) }
        show(view)
        return ExitStatus.done
    }

    /// A plan in a file is held against what is done later, so nothing in it may be open that could be settled now.
    private func checkCompleteness(_ made: PlanMaker.Made) throws {
        guard made.missing.isEmpty else {
            throw CommandFailure(
                ExitStatus.usage,
                lines: made.missing.map { parameter in
                    let name = parameter.name.value
                    return "a plan that is written to a file needs a value for `\(name)`: set it with `-p \(name)=...`"
                })
        }
        // Literals of the document are public, whatever else is the same text.
        guard made.shown.parameters == made.plan.parameters else {
            throw CommandFailure(
                ExitStatus.invalid,
                lines: [
                    "the plan would contain a secret: a parameter that is not secret has the same value; change "
                        + "one of the two values"
                ])
        }
    }

    /// How long the runs took that passed; a store that cannot be read does not prevent showing a plan.
    private func earlierRuns(in environment: String?) async -> [Duration] {
        guard
            let store = try? RunStore(
                StoreFolder(option: options.store, environment: context.variables), access: .read)
        else { return [] }
        let path = DocumentFile.realPath(options.file)
        return (try? await store.durations(ofDocument: path, in: environment)) ?? []
    }

    private func show(_ view: PlanView) {
        switch format {
        case .json: context.result.verbatimLine(PlanJSON.json(view).text(.pretty))
        case .markdown: context.result.verbatim(PlanMarkdown(view, isFull: isFull).text)
        case .text:
            let appearance = Appearance(of: .output, environment: context.variables)
            let style = TerminalStyle(isColored: appearance.usesColor)
            let lines = PlanText(view, isFull: isFull, isPlain: isPlain).lines
            context.result.write(lines.map { PlanCommand.styled($0, style) + "\n" }.joined())
        }
        if let output { context.messages.line("plan: \(VisibleText.visible(output))") }
    }

    private static func styled(_ line: PlanText.Line, _ style: TerminalStyle) -> String {
        switch line.role {
        case .title, .section: style(line.text, .strong)
        case .dear: style(line.text, .error)
        case .step, .detail: line.text
        }
    }
}
