import Arguments
import RunbookReport
import RunbookStore

/// `runbook handover RUN`: where a run stands, on one screen, for the next shift.
enum HandoverCommand {
    static func command(_ context: CommandContext) -> Command {
        Command(
            "handover", "tell on one screen where a run stands",
            discussion: """
                For whoever takes the shift over: what is done, what waits and by which command it is answered, what was
                changed, what costs money. It has less than 2,000 characters, so it fits into a chat:
                  runbook handover 2026-11-21-7f3c
                """
        ) { d in
            let run = d.argument("RUN", help: "the run's name, or the part behind its date")
            let folder = d.option("store", nil, "DIR", help: "the folder that keeps the runs")
            return { a in
                let reported = try await ReportWriter.open(a[run], in: a[folder], context)
                context.result.write(Handover(reported, now: RealClock.wallTime()).text)
                return ExitStatus.done
            }
        }
    }
}
