import Arguments
import RunbookModel
import RunbookReport
import RunbookRun
import RunbookStore
import Terminal

/// `runbook show RUN [STEP]`: the lines that a run printed, or all that is known of one of its steps.
struct ShowCommand {
    static func command(_ context: CommandContext) -> Command {
        Command(
            "show", "show a run, or one of its steps",
            discussion: """
                Shows the lines that the run printed. --follow also shows new lines until the run ends:
                  runbook show 2026-11-21-7f3c --follow
                Of a step: its requests and responses, the answers of people, and its values:
                  runbook show 2026-11-21-7f3c create_index
                """
        ) { d in
            let run = d.argument("RUN", help: "the run's name, or the part after its date")
            let step = d.optionalArgument("STEP", help: "the step to show")
            let follows = d.flag("follow", "f", help: "show new lines until the run ends")
            let folder = d.option("store", nil, "DIR", help: "the folder where runs are stored")
            return { a in
                if let step = a[step] {
                    if a[follows] { throw a.misuse("--follow is for a whole run") }
                    return try await story(of: step, in: ReportWriter.open(a[run], in: a[folder], context), context)
                }
                let store = try context.storeToRead(a[folder])
                let command = ShowCommand(context: context, store: store, run: try await store.find(a[run]))
                return try await command.show(follows: a[follows])
            }
        }
    }

    let context: CommandContext
    let store: RunStore
    let run: String

    private static func story(of step: String, in run: ReportedRun, _ context: CommandContext) throws -> Int32 {
        let appearance = Appearance(of: .output, environment: context.variables)
        guard let story = StepStory(of: step, in: run, layout: RunLines.layout(appearance, context.variables))
        else {
            throw CommandFailure(
                ExitStatus.usage,
                lines: [
                    "the run `\(run.run)` has no step `\(VisibleText.visible(step))`; "
                        + Suggestion.help(for: step, among: run.start.outline.steps.map(\.id), noun: "step")
                ])
        }
        write(story.lines, appearance, context)
        return ExitStatus.done
    }

    private static func write(_ lines: [RunLine], _ appearance: Appearance, _ context: CommandContext) {
        let style = TerminalStyle(isColored: appearance.usesColor)
        context.result.verbatim(lines.map { $0.styled(style) + "\n" }.joined())
    }

    private func show(follows: Bool) async throws -> Int32 {
        let appearance = Appearance(of: .output, environment: context.variables)
        let (entries, _) = try await store.journal(of: run)
        let start = if case .run(let start as RunStart)? = entries.first?.event { start } else { nil as RunStart? }
        let documents = try await ReportWriter(store: store, context: context).texts(of: start)
        var replay = RunReplay(
            run: run, documents: documents, layout: RunLines.layout(appearance, context.variables),
            place: context.place)
        var last = 0
        func tell(_ entries: [JournalEntry]) throws {
            for entry in entries {
                do throws(TransitionError) {
                    ShowCommand.write(try replay.lines(for: entry), appearance, context)
                } catch {
                    throw CommandFailure(ExitStatus.internalError, [error.diagnostic])
                }
                last = entry.sequence
            }
        }
        try tell(entries)
        var isHeld = await store.isHeld(run)
        if follows, isHeld {
            for await _ in ticks() {
                isHeld = await store.isHeld(run)
                // Whoever held it has written all of it when it is free.
                try tell(try await store.entries(of: run, after: last))
                if !isHeld { break }
            }
        }
        ShowCommand.write(replay.closing(isOwned: isHeld), appearance, context)
        return ExitStatus.done
    }

    /// The moments to look again: each commit, and every second, for a process that dies commits nothing.
    private func ticks() -> AsyncStream<Void> {
        let store = store
        return AsyncStream { continuation in
            let commits = Task { for await _ in store.commits() { continuation.yield() } }
            let seconds = Task {
                while !Task.isCancelled {
                    continuation.yield()
                    try? await Task.sleep(for: .seconds(1))
                }
            }
            continuation.onTermination = { _ in
                commits.cancel()
                seconds.cancel()
            }
        }
    }
}
