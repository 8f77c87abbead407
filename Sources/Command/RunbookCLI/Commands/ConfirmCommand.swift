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
                """
        ) { d in
            let run = d.argument("RUN", help: "the run's name, or the part behind its date")
            let step = d.argument("STEP", help: "the step that waits")
            let skip = d.option("skip", nil, "REASON", help: "leave the step out, and say why")
            let abort = d.flag("abort", help: "stop the run")
            let resumes = d.flag("resume", help: "go on with the run at once")
            let folder = d.option("store", nil, "DIR", help: "the folder that keeps the runs")
            return { a in
                if a[abort], a[skip] != nil { throw a.misuse("--skip and --abort exclude each other") }
                let answer: PersonAnswer = a[abort] ? .abort : a[skip].map { .skip(reason: $0) } ?? .go
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
        let record = state.step(step)
        guard record.state == .waiting, let question = record.question else {
            throw CommandFailure(
                ExitStatus.usage, lines: ["the step `\(step)` asks nothing: it is \(record.state.rawValue)"])
        }
        try await store.deliver(
            DeliveredAnswer(
                step: step, digest: question.digest, answer: answer, by: context.user, at: RealClock.wallTime()),
            to: name)
        return name
    }
}
