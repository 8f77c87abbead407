import Arguments
import RunbookApp
import RunbookModel
import RunbookReport
import RunbookRun
import RunbookStore

/// `runbook stop RUN`: ends a run that another process executes, as Ctrl-C would there.
enum StopCommand {
    static func command(_ context: CommandContext) -> Command {
        Command(
            "stop", "stop a run that another process executes",
            discussion: """
                Nothing new is sent, and requests that were sent may finish. `runbook resume` continues later. --now also
                cuts what was sent, which may leave a step in doubt:
                  runbook stop 2026-11-21-7f3c
                """
        ) { d in
            let run = d.argument("RUN", help: "the run's name, or the part after its date")
            let now = d.flag("now", help: "cut what was sent")
            let wait = d.option(
                "wait", nil, "DURATION", default: LongTime(.seconds(60)), help: "how long to wait for its end")
            let folder = d.option("store", nil, "DIR", help: "the folder where runs are stored")
            return { a in
                let store = try context.storeToRead(a[folder])
                let run = try await store.find(a[run])
                context.note(try ReportWriter.state(of: try await store.journal(of: run).entries).start)
                let stop = RunStop(of: run, from: context.host, cuts: a[now], within: a[wait].duration)
                return try await tell(stop, of: run, in: store, context)
            }
        }
    }

    private static func tell(
        _ stop: RunStop, of run: String, in store: RunStore, _ context: CommandContext
    ) async throws -> Int32 {
        do {
            switch try await stop.carryOut(on: StoreProcess(store: store, run: run), clock: RealClock()) {
            case .notExecuted: context.result.line("no process executes the run `\(run)`")
            case .stopped(let owner):
                context.result.line("stopped the run of \(owner)")
                context.result.line("runbook resume \(run)" + context.place.options(of: "resume"))
            }
            return ExitStatus.done
        } catch let refusal as StopRefusal {
            throw CommandFailure(ExitStatus.held, lines: [refusal.message])
        }
    }
}
