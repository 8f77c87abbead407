import Arguments
import RunbookReport
import RunbookStore

/// `runbook handover RUN`: where a run is, on one screen, for the next shift.
enum HandoverCommand {
    static func command(_ context: CommandContext) -> Command {
        Command(
            "handover", "show on one screen what the next shift must know about a run",
            discussion: """
                What is done, what waits and the command that answers it, what was changed, and what costs money. It has
                less than 2,000 characters, so it fits in a chat:
                  runbook handover 2026-11-21-7f3c
                """
        ) { d in
            let run = d.argument("RUN", help: "the run's name, or the part after its date")
            let folder = d.option("store", nil, "DIR", help: "the folder where runs are stored")
            return { a in
                let reported = try await ReportWriter.open(a[run], in: a[folder], context)
                let store = try context.storeToRead(a[folder])
                let owner = await store.isHeld(reported.run) ? await store.owner(of: reported.run) : nil
                context.result.write(
                    Handover(reported, now: RealClock.wallTime(), owner: owner?.description).text)
                return ExitStatus.done
            }
        }
    }
}
