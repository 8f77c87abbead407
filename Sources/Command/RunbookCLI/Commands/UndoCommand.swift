import Arguments
import Digests
import RunbookApp
import RunbookEngine
import RunbookModel
import RunbookReport
import RunbookRun
import RunbookStore
import Terminal

/// `runbook undo RUN`: takes back what a run did, the last step first.
struct UndoCommand {
    static func command(_ context: CommandContext) -> Command {
        Command(
            "undo", "take back what a run did, the last step first",
            discussion: """
                It shows what is taken back and what cannot be, and asks once before anything is destroyed. It uses the
                texts and values of the run, whatever became of its files. Only what this run itself did is taken back:
                  runbook undo 2026-11-21-7f3c --dry-run
                  runbook undo 2026-11-21-7f3c
                """
        ) { d in
            let run = d.argument("RUN", help: "the run's name, or the part behind its date")
            let yes = d.flag(
                "yes", "y", help: "answer confirmations with yes; never says that something may be destroyed")
            let dry = d.flag("dry-run", "n", help: "show what would be taken back, and do nothing")
            let folder = d.option("store", nil, "DIR", help: "the folder that keeps the runs")
            let report = d.option(
                "report", nil, "FILE", help: "write a report: Markdown, JSON for .json, JUnit for .xml")
            let format = d.option(
                "format", nil, "FORMAT", default: OutputFormat.text, help: "how the result is written")
            let plugins = PluginOption.declare(&d)
            return { a in
                let context = try context.with(plugins: a[plugins])
                var command = UndoCommand(context: context, folder: a[folder])
                command.saysYes = a[yes]
                command.isDry = a[dry]
                command.report = a[report]
                command.format = a[format]
                return try await command.run(a[run])
            }
        }
    }

    let context: CommandContext
    let folder: String?
    var saysYes = false
    var isDry = false
    var report: String?
    var format = OutputFormat.text

    init(context: CommandContext, folder: String?) {
        self.context = context
        self.folder = folder
    }

    private func run(_ text: String) async throws -> Int32 {
        let store = try context.store(folder)
        let name = try await store.find(text)
        let journal = try await store.takeOn(name, context.session)
        let state = try ReportWriter.state(of: try await store.journal(of: name).entries)
        let check = try ResumeCheck(state, run: name)
        if state.phase == .undone {
            context.result.line("the run `\(name)` is taken back already")
            return ExitStatus.done
        }
        try check.checkUndo()
        if let report { try DocumentFile.open(report) }
        let start = check.start
        let document = try await recordedDocument(start, in: store)
        try check.checkPrograms(document.binding.plugins(in: context.registry), tool: Tool.version)
        let request = RunRequest(of: start, saysYes: saysYes, store: folder, report: report, format: format)
        return try await RunSite.with(
            EnvironmentPlace(keptBy: start, adopts: false), for: document, at: start.document.path, context: context
        ) { site in
            let console = isDry ? nil : context.person
            let prompt = ParameterPrompt(request: request, context: context, console: console)
            let draft = RunDraft(
                document: document, path: start.document.path, setting: site.setting, saysYes: saysYes,
                secrets: context.secrets, origin: context.origin)
            let preparation = try await site.prepare(draft, document: document, console: console, context: context) {
                try await prompt.recall(
                    document.declaration, late: document.binding.lateParameters, from: start, at: site)
            }
            let changes = try check.targetChanges(preparation.start.targets)
            if !changes.isEmpty { throw check.refuseEnvironment(changes) }
            let performance = RunPerformance(
                context: context, request: request, site: site, documents: document.sources, console: console)
            if isDry { return await performance.previewUndo(preparation, journal: journal, state: state) }
            return try await performance.undo(preparation, journal: journal, in: store, state: state)
        }
    }

    /// The document of the run as it was when that began.
    private func recordedDocument(_ start: RunStart, in store: RunStore) async throws -> RunnableDocument {
        let kept = start.document
        guard let text = try await store.text(sha256: kept.sha256) else {
            throw CommandFailure(
                ExitStatus.invalid, lines: ["the journal does not hold the text of `\(VisibleText.visible(kept.file))`"]
            )
        }
        let files = try await RecordedFiles(of: start, in: store)
        return try await DocumentFile.runnable(
            SourceText(file: kept.file, text: text), at: kept.path, files: files, context: context)
    }
}
