import OrderedJSON
import RunbookRun

/// What the command line says about a run.
struct RunOptions: Sendable {
    /// The runbook.
    var file: String
    /// What `--env` says.
    var environment: String?
    /// `-p`.
    var parameters: [ParameterOption] = []
    /// `--params`, read once: it may be a pipe.
    var parameterFile: (path: String, values: JSONObject)?
    /// `--yes`.
    var saysYes = false
    /// `--store`.
    var store: String?
    /// `--report`.
    var report: String?
    /// `--format`.
    var format = OutputFormat.text
    /// How often `-v` was given.
    var verbosity = 0
    /// `--only`.
    var only: [String] = []
    /// `--from`.
    var from: String?
    /// `--ticket`.
    var ticket: String?
    /// `--wait-for-lock`.
    var waitsForLock = false
    /// `--plan`.
    var plan: String?
    /// `--cluster`.
    var clusters: [ClusterOption] = []
    /// `--plugin-dir`.
    var plugins: [String] = []
}

extension RunOptions {
    /// What a command that starts the run again says, beside document, environment, parameters and ticket.
    var invocation: RunInvocation {
        var invocation = RunInvocation()
        invocation.only = only
        invocation.from = from
        invocation.clusters = clusters.map(\.argumentText)
        invocation.report = report.map(DocumentFile.absolutePath)
        invocation.plugins = plugins.map(DocumentFile.absolutePath)
        return invocation
    }

    /// What is asked of a run that started before: its document and environment, with the flags of now.
    init(of start: RunStart, saysYes: Bool, store: String?, report: String?, format: OutputFormat) {
        self.init(file: start.document.file)
        environment = start.environment.path
        self.saysYes = saysYes
        self.store = store
        self.report = report
        self.format = format
    }
}
