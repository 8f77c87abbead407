import Arguments
import RunbookRun

/// What the commands are given that continue a run: which one, and how its result is written.
struct ContinuedRunOptions {
    private let name: ArgumentKey<String>
    private let yes: ArgumentKey<Bool>
    private let store: ArgumentKey<String?>
    private let report: ArgumentKey<String?>
    private let format: ArgumentKey<OutputFormat>
    private let verbose: ArgumentKey<Int>
    private let plugins: ArgumentKey<[String]>

    /// Declares them.
    ///
    /// - Parameter yes: What `--yes` does.
    init(_ d: inout ArgumentDeclaration, yes: String) {
        name = d.argument("RUN", help: "the run's name, or the part after its date")
        self.yes = d.flag("yes", "y", help: yes)
        store = d.option("store", nil, "DIR", help: "the folder where runs are stored")
        report = d.option(
            "report", nil, "FILE", help: "write a report to FILE: Markdown, or by its ending .json, .xml (JUnit), .html"
        )
        format = d.option("format", nil, "FORMAT", default: OutputFormat.text, help: "output format")
        verbose = VerboseOption.declare(&d)
        plugins = PluginOption.declare(&d)
    }

    /// What was given.
    struct Given {
        /// The name of the run, or a part of it.
        let run: String
        /// With the plugins that are named.
        let context: CommandContext
        let saysYes: Bool
        let store: String?
        let report: String?
        let format: OutputFormat
        /// How often `-v` was given.
        let verbosity: Int

        /// The same as for a run that is started.
        func options(of start: RunStart) -> RunOptions {
            var options = RunOptions(of: start, saysYes: saysYes, store: store, report: report, format: format)
            options.verbosity = verbosity
            return options
        }
    }

    /// Reads them.
    func given(in arguments: ArgumentValues, _ context: CommandContext) throws -> Given {
        Given(
            run: arguments[name], context: try context.with(plugins: arguments[plugins]), saysYes: arguments[yes],
            store: arguments[store], report: arguments[report], format: arguments[format],
            verbosity: arguments[verbose])
    }
}
