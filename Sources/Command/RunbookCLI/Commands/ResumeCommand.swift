import Arguments
import RunbookApp
import RunbookEngine
import RunbookModel
import RunbookReport
import RunbookRun
import RunbookStore
import Terminal

/// `runbook resume RUN`: continues a run, with the same document in the same environment.
struct ResumeCommand {
    static func command(_ context: CommandContext) -> Command {
        Command(
            "resume", "continue a run that waits, failed or was interrupted",
            discussion: """
                A run continues with the text that it started with. If its document was edited, choose the text:
                  runbook resume 2026-11-21-7f3c --recorded
                  runbook resume 2026-11-21-7f3c --adopt
                -p changes a parameter that no finished step has used:
                  runbook resume 2026-11-21-7f3c -p bandwidth=200
                """
        ) { d in
            let recorded = d.flag("recorded", help: "continue with the text that the run started with")
            let adopt = d.flag("adopt", help: "continue with the edited text; finished steps are kept")
            let adoptEnvironment = d.flag("adopt-env", help: "continue in the edited environment")
            let environment = d.option(
                "env", nil, "NAME|PATH", help: "continue in this environment; other addresses need --adopt-env")
            let parameters = d.options(
                "param", "p", "NAME=VALUE", of: ParameterOption.self, help: "change a parameter")
            let recheck = d.flag("recheck", help: "first repeat the reads that held, and stop if one fails")
            let options = ContinuedRunOptions(
                &d, yes: "confirm all questions with yes; manual steps still wait")
            return { a in
                let given = try options.given(in: a, context)
                var command = ResumeCommand(
                    context: given.context, folder: given.store, saysYes: given.saysYes, report: given.report,
                    format: given.format)
                if a[recorded], a[adopt] { throw a.misuse("--recorded and --adopt cannot be combined") }
                command.text = a[recorded] ? .recorded : a[adopt] ? .adopted : .ask
                command.adoptsEnvironment = a[adoptEnvironment]
                command.environment = a[environment]
                command.parameters = a[parameters]
                command.rechecks = a[recheck]
                command.verbosity = given.verbosity
                return try await command.run(given.run)
            }
        }
    }

    let context: CommandContext
    let folder: String?
    var saysYes = false
    var report: String?
    var format = OutputFormat.text
    var text = ResumedText.Choice.ask
    var adoptsEnvironment = false
    /// What `--env` says.
    var environment: String?
    /// `-p`.
    var parameters: [ParameterOption] = []
    var rechecks = false
    var verbosity = 0

    /// Goes on with a run.
    func run(_ text: String) async throws -> Int32 {
        let store = try context.store(folder)
        let name = try await store.find(text)
        // The lock comes first: what is read after it cannot change any more.
        let journal = try await store.takeOn(name, context.session)
        let state = try ReportWriter.state(of: try await store.journal(of: name).entries)
        let lacksPlugins = context.place.plugins.isEmpty && state.start?.invocation.plugins.isEmpty == false
        context.note(state.start)
        let check = try ResumeCheck(state, run: name)
        if check.isDone {
            try await keepLateAnswers(in: journal)
            let what = state.phase == .undone ? "is taken back, so it cannot continue" : "is already done"
            context.result.line("the run `\(name)` \(what)")
            return ExitStatus.done
        }
        do throws(ResumeRefusal) {
            try check.checkSteps()
        } catch {
            try await keepLateAnswers(in: journal)
            throw error
        }
        if let report { try DocumentFile.open(report) }
        let start = check.start
        // `--yes` never asks, not even at a terminal.
        let console = saysYes ? nil : context.person
        let text: ResumedText
        do {
            text = try await ResumedTextSearch(
                check: check, state: state, store: store, context: context, choice: self.text, console: console
            ).find()
        } catch let failure as CommandFailure where lacksPlugins && failure.status == ExitStatus.invalid {
            let command = context.place.completing("`runbook resume \(name)`")
            context.messages.line("the run was started with plugins that were named, and needs them: \(command)")
            throw failure
        }
        let document = text.document
        try check.checkPrograms(document.binding.plugins(in: context.registry), tool: Tool.version)
        let fixture = try await FixtureFile.recorded(for: document, of: start, in: store, context: context)
        let changed = try parameters.isEmpty ? [] : changedNames(of: document)
        let reads = try check.checkParameters(
            changed, in: [document.binding] + (fixture.map { [$0.grouped] } ?? []))
        var options = RunOptions(of: start, saysYes: saysYes, store: folder, report: report, format: format)
        options.verbosity = verbosity
        options.parameters = parameters
        let consent = EnvironmentConsent(check: check, command: "resume", context: context, console: console)
        var adopts = adoptsEnvironment
        if !adopts, environment == nil { adopts = try await consent.adopts(what: document, of: start) }
        var setup = RunSetup(document, of: start, options, adoptsEnvironment: adopts, context: context)
        setup.fixture = fixture
        setup.changed = Set(changed)
        if let environment { setup.place = .said(environment) }
        return try await setup.with { [setup, adopts] site, prepared in
            var events: [RunEvent] = []
            if let decisions = text.decisions {
                events.append(
                    .documentAdopted(
                        by: context.user, documents: prepared.start.documents, outline: prepared.start.outline,
                        parameters: prepared.start.parameters, moved: text.moved))
                events += decisions
            }
            var adopted = try await events + consent.events(of: prepared.start, since: start, adopts: adopts)
            if !changed.isEmpty {
                let values = prepared.start.parameters.filter { changed.contains($0.name) }
                adopted.append(.parametersAdopted(by: context.user, parameters: values))
                adopted += reads.map { .reset(step: $0, by: context.user) }
            }
            return try await TerminalRun(prepared: prepared, setup: setup, site: site, store: store).resume(
                journal, state, adopting: adopted, rechecking: rechecks ? check : nil)
        }
    }

    /// Tells the journal of a run that does not continue who answered too late; one that continues does so by itself.
    private func keepLateAnswers(in journal: RunJournal) async throws {
        let late = try await journal.lateAnswers()
        try await journal.append(late.map { .answerLate($0) }, isDurable: true)
    }

    /// The parameters that get other values, which must be declared.
    private func changedNames(of document: RunnableDocument) throws -> [String] {
        let names = document.declaration.parameters.map(\.name.value)
        let changed = Set(parameters.map(\.name)).sorted()
        guard let unknown = changed.first(where: { !names.contains($0) }) else { return changed }
        throw CommandFailure(
            ExitStatus.usage,
            lines: [
                "the runbook has no parameter `\(VisibleText.visible(unknown))`; "
                    + Suggestion.help(for: unknown, among: names, noun: "parameter")
            ])
    }
}
