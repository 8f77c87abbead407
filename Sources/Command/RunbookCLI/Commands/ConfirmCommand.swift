import Arguments
import OrderedJSON
import RunbookApp
import RunbookModel
import RunbookReport
import RunbookRun
import RunbookStore
import RunbookSyntax
import Terminal

/// `runbook confirm RUN STEP`: an answer to a run that waits, from anywhere; it runs no step.
struct ConfirmCommand {
    static func command(_ context: CommandContext) -> Command {
        Command(
            "confirm", "answer the question that a run waits for",
            discussion: """
                Confirms the step, or says that a manual step is done. --skip skips the step, --abort stops the run:
                  runbook confirm 2026-11-21-7f3c switch_dns --digest 6f2a90c1b7d4
                  runbook resume 2026-11-21-7f3c
                For a step in doubt, look at the target first. Then say what you found, --applied or --not-applied:
                  runbook confirm 2026-11-21-7f3c create_index --digest attempt-1 --applied
                For a step that failed after it changed its target, decide with --accept, --again or --skip:
                  runbook confirm 2026-11-21-7f3c create_index --digest attempt-1 --accept
                When the value of a step was not stored, it can be given, so that the step is not run again:
                  runbook confirm 2026-11-21-7f3c create_index --digest 6f2a90c1b7d4 --set name=VALUE
                --digest identifies the question that you answer. The run and `runbook report` print the whole command.
                Only the first answer to a question counts. A later answer is recorded, and ends with exit code 5.
                """
        ) { d in
            let run = d.argument("RUN", help: "the run's name, or the part after its date")
            let step = d.optionalArgument("STEP", help: "the step that waits; without it, all that wait are listed")
            let skip = d.option("skip", nil, "REASON", help: "skip the step, for this reason")
            let abort = d.flag("abort", help: "stop the run")
            let value = d.option(
                "set", nil, "NAME=VALUE", as: ParameterOption.self, help: "give the value that the step asks for")
            let applied = d.flag("applied", help: "for a step in doubt: the request took effect")
            let notApplied = d.flag("not-applied", help: "for a step in doubt: the request had no effect")
            let accept = d.flag("accept", help: "for a step that failed after a change: treat it as done")
            let again = d.flag("again", help: "for a step that failed after a change: run it again")
            let digest = d.option(
                "digest", nil, "DIGEST",
                help: "the digest that was printed with the question; required without a terminal")
            let note = d.option("note", nil, "TEXT", help: "a note beside the answer, for the report")
            let attached = d.options("attach", nil, "FILE", help: "a file to keep with the answer, such as a picture")
            let resumes = d.flag("resume", help: "resume the run at once")
            let plugins = PluginOption.declare(&d)
            let folder = d.option("store", nil, "DIR", help: "the folder where runs are stored")
            return { a in
                guard let step = a[step] else { return try await list(a[run], in: a[folder], context) }
                let answers: [PersonAnswer?] = [
                    a[abort] ? .abort : nil, a[value].map { .set($0.text) }, a[skip].map { .skip(reason: $0) },
                    a[applied] ? .applied : nil, a[notApplied] ? .notApplied : nil, a[accept] ? .accept : nil,
                    a[again] ? .again : nil,
                ]
                let given = answers.compactMap(\.self)
                if given.count > 1 {
                    throw a.misuse(
                        "--skip, --abort, --set, --applied, --not-applied, --accept and --again cannot be combined")
                }
                if case .skip(let reason)? = given.first, reason.utf8.allSatisfy({ $0 <= 0x20 }) {
                    throw a.misuse("--skip needs a reason")
                }
                let answer = given.first ?? .go
                // Only what continues the run needs them.
                let context = try a[plugins].isEmpty ? context : context.with(plugins: a[plugins])
                var command = ConfirmCommand(context: context, folder: a[folder], digest: a[digest])
                command.note = a[note] ?? ""
                command.attached = try a[attached].map { path throws(CommandFailure) in try AttachedFile(path) }
                let name = try await command.confirm(a[run], step: step, answer: answer, of: a[value]?.name)
                let reported = try await ReportWriter.open(name, in: a[folder], context)
                if a[resumes], !reported.state.isInUndo {
                    return try await ResumeCommand(context: context, folder: a[folder]).run(name)
                }
                context.result.line(NextCommands.resume(reported))
                return ExitStatus.done
            }
        }
    }

    /// Lists what waits in a run, and how each of it is answered.
    private static func list(_ run: String, in folder: String?, _ context: CommandContext) async throws -> Int32 {
        let reported = try await ReportWriter.open(run, in: folder, context)
        let appearance = Appearance(of: .output, environment: context.variables)
        let style = TerminalStyle(isColored: appearance.usesColor)
        let lines = RunLines.layout(appearance, context.variables).lines(
            WaitingLines(reported, now: RealClock.wallTime()).lines)
        context.result.verbatim(lines.map { $0.styled(style) + "\n" }.joined())
        return reported.isUnanswerable ? ExitStatus.waiting : ExitStatus.done
    }

    let context: CommandContext
    let folder: String?
    /// What the person says to have been shown.
    let digest: String?
    /// What the person says beside the answer.
    var note = ""
    var attached: [AttachedFile] = []

    init(context: CommandContext, folder: String?, digest: String?) {
        self.context = context
        self.folder = folder
        self.digest = digest
    }

    private func confirm(
        _ run: String, step: String, answer: PersonAnswer, of parameter: String?
    ) async throws -> String {
        let store = try context.store(folder)
        let name = try await store.find(run)
        let (entries, _) = try await store.journal(of: name)
        let state = try ReportWriter.state(of: entries)
        context.note(state.start)
        let isHeld = await store.isHeld(name)
        try AnswerRefusal.check(context, owner: await store.owner(of: name))
        try await checkValue(answer, of: parameter, step: step, in: state, store)
        if let start = state.start { await KnownSecrets(start: start, context: context).add() }
        let (note, attached) = (context.secrets.masked(note), try attached.map { try $0.masked(by: context.secrets) })
        var (answer, digest) = (answer, digest)
        if digest == nil, let console = context.person,
            let open = OpenQuestion(of: step, in: state, entries, for: answer).digest
        {
            let reported = try await ReportWriter.open(name, in: folder, context)
            let shown = WaitingLines(reported, now: RealClock.wallTime()).question(ofStep: step)
            let prompt = ConfirmPrompt(console: console, question: state.step(step).question, shown: shown)
            guard let given = await prompt.ask(answer) else {
                throw CommandFailure(ExitStatus.waiting, lines: ["nothing was answered"])
            }
            // An answer is to what was shown here, even if something else is asked by now.
            (answer, digest) = (given, open)
        }
        let confirmation = Confirmation(
            run: name, step: step, answer: answer.masked(by: context.secrets), digest: digest, user: context.user,
            isAtTerminal: context.person != nil,
            isGone: state.start?.environment.endsWithProcess == true && !isHeld
        ) {
            var files: [Remark.File] = []
            for file in attached { files.append(try await file.keep(in: store)) }
            return Remark(note: note, files: files)
        }
        do {
            try await confirmation.give(
                to: StoreAnswers(store: store, run: name), state, entries, at: RealClock.wallTime())
        } catch let refusal as ConfirmRefusal {
            let status =
                switch refusal.concern {
                case .misuse: ExitStatus.usage
                case .person: ExitStatus.waiting
                case .late: ExitStatus.held
                }
            throw CommandFailure(status, lines: [refusal.message])
        }
        if [.applied, .notApplied].contains(answer) {
            // Whoever looked for another request can still see that before the run continues.
            let words = answer == .applied ? "took effect" : "had no effect"
            for request in state.step(step).doubtfulRequests.prefix(20) {
                context.messages.line(VisibleText.visible(Excerpt.text("answered: \(request) \(words)", atMost: 500)))
            }
        }
        return name
    }

    /// Refuses a value that its parameter does not allow, and a yes where a value is asked for.
    private func checkValue(
        _ answer: PersonAnswer, of name: String?, step: String, in state: RunState, _ store: RunStore
    ) async throws {
        let question = state.step(step).state == .waiting ? state.step(step).question : nil
        let asked = question?.parameter
        guard case .set(let text) = answer else {
            guard let asked, answer == .go, question?.kinds.contains(.parameter) == true else { return }
            throw CommandFailure(
                ExitStatus.usage, lines: ["the step `\(step)` asks for a value: say it with `--set \(asked)=VALUE`"])
        }
        guard let asked, asked == name else {
            let isRepetition = question?.kinds.contains(.repeat) == true
            let none =
                isRepetition
                ? "has a value that is a secret or too long, so it cannot be given: let the step be done again, or skip it"
                : "asks for no value"
            let what = asked.map { "asks for `\($0)`" } ?? none
            throw CommandFailure(ExitStatus.usage, lines: ["the step `\(step)` \(what)"])
        }
        guard let start = state.start, let outline = state.outline(of: step),
            let source = try await store.text(sha256: start.document(of: outline).sha256),
            let runbook = RunbookParser.parse(SourceText(file: start.document(of: outline).file, text: source)).runbook,
            let parameter = runbook.declaration.parameter(asked)
        else { return }
        let problems = parameter.problems(with: parameter.value(of: text))
        if problems.isEmpty { return }
        throw CommandFailure(
            ExitStatus.usage,
            lines: ["`\(VisibleText.visible(text))` cannot be `\(asked)`: \(problems.joined(separator: "; "))"])
    }
}
