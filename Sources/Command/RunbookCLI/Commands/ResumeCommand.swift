import Arguments
import Digests
import Files
import RunbookApp
import RunbookModel
import RunbookRun
import RunbookStore

/// `runbook resume RUN`: goes on with a run, with the same document in the same environment.
struct ResumeCommand {
    static func command(_ context: CommandContext) -> Command {
        Command("resume", "continue a run that waits, failed or was interrupted") { d in
            let run = d.argument("RUN", help: "the run's name, or the part after its date")
            let yes = d.flag(
                "yes", "y", help: "confirm all questions with yes; manual steps still wait")
            let folder = d.option("store", nil, "DIR", help: "the folder where runs are stored")
            let report = d.option(
                "report", nil, "FILE", help: "write a report to FILE: Markdown, JSON for .json, JUnit for .xml")
            let format = d.option(
                "format", nil, "FORMAT", default: OutputFormat.text, help: "output format")
            let plugins = PluginOption.declare(&d)
            return { a in
                let context = try context.with(plugins: a[plugins])
                var command = ResumeCommand(context: context, folder: a[folder])
                command.saysYes = a[yes]
                command.report = a[report]
                command.format = a[format]
                return try await command.run(a[run])
            }
        }
    }

    let context: CommandContext
    let folder: String?
    var saysYes = false
    var report: String?
    var format = OutputFormat.text

    init(context: CommandContext, folder: String?) {
        self.context = context
        self.folder = folder
    }

    /// Goes on with a run.
    func run(_ text: String) async throws -> Int32 {
        let store = try context.store(folder)
        let name = try await store.find(text)
        // The lock comes first: what is read after it cannot change any more.
        let journal = try await store.takeOn(name, context.session)
        let state = try ReportWriter.state(of: try await store.journal(of: name).entries)
        let check = try ResumeCheck(state, run: name)
        if check.isDone {
            try await keepLateAnswers(in: journal)
            context.result.line("the run `\(name)` is already done")
            return ExitStatus.done
        }
        let settled = try await journal.pendingAnswers().filter { $0.digest == state.step($0.step).doubtDigest }
        do throws(ResumeRefusal) {
            try check.checkSteps(settled: Set(settled.map(\.step)))
        } catch {
            try await keepLateAnswers(in: journal)
            throw error
        }
        if let report { try DocumentFile.open(report) }
        let start = check.start
        let document = try await sameDocument(check, in: store)
        try check.checkPrograms(document.binding.plugins(in: context.registry), tool: Tool.version)
        let request = request(for: start)
        return try await RunSite.with(
            EnvironmentPlace(keptBy: start), for: document, at: start.document.path, context: context
        ) { site in
            let console = context.person
            let prompt = ParameterPrompt(request: request, context: context, console: console)
            let draft = RunDraft(
                document: document, path: start.document.path, setting: site.setting, saysYes: saysYes,
                secrets: context.secrets, origin: context.origin)
            let preparation = try await site.prepare(
                draft, document: document, console: console, context: context
            ) {
                try await prompt.recall(document.declaration, from: start, at: site)
            }
            try check.checkTargets(preparation.start.targets)
            return try await RunPerformance(
                context: context, request: request, site: site, documents: document.sources, console: console
            ).resume(preparation, journal: journal, in: store, state: state)
        }
    }

    /// Tells the journal of a run that does not go on who answered too late; one that goes on does so by itself.
    private func keepLateAnswers(in journal: RunJournal) async throws {
        let late = try await journal.lateAnswers()
        try await journal.append(late.map { .answerLate($0) }, isDurable: true)
    }

    private func request(for start: RunStart) -> RunRequest {
        var request = RunRequest(file: start.document.file)
        request.environment = start.environment.path
        request.saysYes = saysYes
        request.store = folder
        request.report = report
        request.format = format
        return request
    }

    /// The document of the run, unchanged.
    private func sameDocument(_ check: ResumeCheck, in store: RunStore) async throws -> RunnableDocument {
        let kept = check.start.document
        let read = try DocumentFile.read(kept.path, .own)
        try check.checkDocument(sha256: SHA256.hex(read.bytes))
        let files = try await RecordedFiles(of: check.start, in: store)
        return try await DocumentFile.runnable(
            SourceText(file: kept.file, bytes: read.bytes), at: kept.path, files: files, context: context)
    }
}
