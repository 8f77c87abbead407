import Arguments
import RunbookApp
import RunbookModel
import RunbookRun
import RunbookStore

/// `runbook undo RUN`: takes back what a run did, the last step first.
enum UndoCommand {
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
            let dry = d.flag("dry-run", "n", help: "show what would be taken back, and do nothing")
            let adopt = d.flag("adopt-env", help: "take it back in the edited environment")
            let environment = d.option(
                "env", nil, "NAME|PATH", help: "take it back in this environment; other addresses need --adopt-env")
            let skipped = d.option(
                "without", nil, "STEP[,STEP]", help: "leave what these steps changed as it is; needs --reason")
            let reason = d.option("reason", nil, "TEXT", help: "why, for --without")
            let options = ContinuedRunOptions(
                &d, yes: "answer confirmations with yes; never says that something may be destroyed")
            return { a in
                let omitted = try omitted(a[skipped], because: a[reason], a)
                return try await undo(
                    try options.given(in: a, context), isDry: a[dry], in: a[environment], adopts: a[adopt],
                    without: omitted)
            }
        }
    }

    private static func omitted(
        _ steps: String?, because reason: String?, _ arguments: ArgumentValues
    ) throws -> (steps: [String], reason: String) {
        let steps = steps.map { $0.split(separator: ",").map(String.init) }
        switch (steps, reason) {
        case (nil, nil): return ([], "")
        case (nil, _?): throw arguments.misuse("--reason says why a step is skipped; choose the step with --without")
        case (let steps?, let reason?) where !steps.isEmpty && !reason.isEmpty: return (steps, reason)
        default: throw arguments.misuse("--without needs the name of a step, and --reason TEXT")
        }
    }

    /// Refuses a step that the run did not do.
    private static func check(_ omitted: [String], in state: RunState) throws {
        let names = (state.start?.outline.steps.map(\.id) ?? []) + (state.undo?.entries.map(\.outline.id) ?? [])
        for step in omitted where !names.contains(step) {
            throw UsageError(
                "the run has no step `\(VisibleText.visible(step))`; "
                    + Suggestion.help(for: step, among: names, noun: "step"), usage: "")
        }
    }

    private static func undo(
        _ given: ContinuedRunOptions.Given, isDry: Bool, in environment: String?, adopts: Bool,
        without omitted: (steps: [String], reason: String)
    ) async throws -> Int32 {
        let context = given.context
        let store = try context.store(given.store)
        let name = try await store.find(given.run)
        let journal = try await store.takeOn(name, context.session)
        let (entries, _) = try await store.journal(of: name)
        let state = try ReportWriter.state(of: entries)
        context.note(state.start)
        let check = try ResumeCheck(state, run: name)
        if state.phase == .undone {
            let left = state.undo?.entries.map(\.outline.id).filter { state.step($0).state == .skipped } ?? []
            let rest = left.isEmpty ? "" : "; a person skipped \(left.map { "`\($0)`" }.joined(separator: ", "))"
            context.result.line("the run `\(name)` is taken back already\(rest)")
            return ExitStatus.done
        }
        try check.checkUndo()
        try self.check(omitted.steps, in: state)
        if let report = given.report { try DocumentFile.open(report) }
        let start = check.start
        let document = try await DocumentFile.recorded(by: start, in: store, context: context)
        try check.checkPrograms(document.binding.plugins(in: context.registry), tool: Tool.version)
        let consent = EnvironmentConsent(
            check: check, command: "undo", context: context, console: given.saysYes || isDry ? nil : context.person)
        var adoptsFile = adopts
        if !adoptsFile, environment == nil { adoptsFile = try await consent.adopts(what: document, of: start) }
        var setup = RunSetup(
            document, of: start, given.options(of: start), adoptsEnvironment: adoptsFile, asks: !isDry,
            context: context)
        if let environment { setup.place = .said(environment) }
        setup.replaced = try await DocumentFile.replaced(entries, in: store, context: context)
        setup.fixture = try await FixtureFile.recorded(for: document, of: start, in: store, context: context)
        return try await setup.with { [setup, adoptsFile] site, prepared in
            let adopted = try await consent.events(of: prepared.start, since: start, adopts: adoptsFile)
            let run = TerminalRun(prepared: prepared, setup: setup, site: site, store: store)
            if isDry { return try await run.previewUndo(journal, state) }
            return try await run.undo(journal, state, without: omitted, adopting: adopted)
        }
    }
}
