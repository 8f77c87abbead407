import Arguments
import RunbookModel
import RunbookStore

/// `runbook confirm RUN STEP`: an answer to a run that waits, from anywhere; it runs no step.
struct ConfirmCommand {
    static func command(_ context: CommandContext) -> Command {
        Command(
            "confirm", "answer a run that waits for a person",
            discussion: """
                Says yes, or that a manual step is done; --skip and --abort say otherwise:
                  runbook confirm 2026-11-21-7f3c switch_dns
                  runbook resume 2026-11-21-7f3c
                Of a step in doubt it says what you found at the target, --applied or --not-applied:
                  runbook confirm 2026-11-21-7f3c create_index --applied
                """
        ) { d in
            let run = d.argument("RUN", help: "the run's name, or the part behind its date")
            let step = d.argument("STEP", help: "the step that waits")
            let skip = d.option("skip", nil, "REASON", help: "leave the step out, and say why")
            let abort = d.flag("abort", help: "stop the run")
            let applied = d.flag("applied", help: "a step in doubt: what was sent took effect")
            let notApplied = d.flag("not-applied", help: "a step in doubt: what was sent had no effect")
            let resumes = d.flag("resume", help: "go on with the run at once")
            let folder = d.option("store", nil, "DIR", help: "the folder that keeps the runs")
            return { a in
                let answers: [PersonAnswer?] = [
                    a[abort] ? .abort : nil, a[skip].map { .skip(reason: $0) }, a[applied] ? .applied : nil,
                    a[notApplied] ? .notApplied : nil,
                ]
                let given = answers.compactMap(\.self)
                if given.count > 1 {
                    throw a.misuse("--skip, --abort, --applied and --not-applied exclude each other")
                }
                let answer = given.first ?? .go
                let command = ConfirmCommand(context: context, folder: a[folder])
                let name = try await command.confirm(a[run], step: a[step], answer: answer)
                if a[resumes] { return try await ResumeCommand(context: context, folder: a[folder]).run(name) }
                context.result.line("runbook resume \(name)")
                return ExitStatus.done
            }
        }
    }

    let context: CommandContext
    let folder: String?

    private func confirm(_ run: String, step: String, answer: PersonAnswer) async throws -> String {
        let store = try RunStore(StoreFolder(option: folder, environment: context.variables), access: .write)
        let name = try await store.find(run)
        try AnswerRefusal.check(context, owner: await store.owner(of: name))
        let state = try ReportWriter.state(of: try await store.entries(of: name))
        guard let outline = state.start?.outline, outline.step(step) != nil else {
            let waiting = state.start?.outline.steps.map(\.id).filter { state.step($0).state == .waiting } ?? []
            throw CommandFailure(
                ExitStatus.usage,
                lines: [
                    "the run `\(name)` has no step `\(VisibleText.visible(step))`; "
                        + Suggestion.help(for: step, among: waiting, noun: "step that waits")
                ])
        }
        try await store.deliver(
            DeliveredAnswer(
                step: step, digest: try digest(of: state.step(step), step, answer), answer: answer, by: context.user,
                at: RealClock.wallTime()),
            to: name)
        return name
    }

    /// What the answer is to: the question that the step asks, or the doubt that it is in.
    private func digest(of record: StepRecord, _ step: String, _ answer: PersonAnswer) throws -> String {
        let settles = [.applied, .notApplied].contains(answer)
        // A process that died has not told of its doubt; the next `resume` will.
        let isDoubtful = record.state == .inDoubt || (record.state == .running && !record.unanswered.isEmpty)
        switch (record.state, record.question) {
        case (.waiting, let question?) where !settles: return question.digest
        case _ where isDoubtful && settles: return record.doubtDigest
        default: break
        }
        let problem =
            isDoubtful
            ? "the step `\(step)` is in doubt: look at its target, then say --applied or --not-applied"
            : "the step `\(step)` asks nothing\(settles ? " of the kind" : ""): it is \(record.state.rawValue)"
        throw CommandFailure(ExitStatus.usage, lines: [problem])
    }
}
