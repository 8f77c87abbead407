import Arguments
import Glibc
import RunbookModel
import RunbookStore

/// `runbook stop RUN`: ends a run that another process executes, as Ctrl-C would there.
struct StopCommand {
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
                let store = try RunStore(
                    StoreFolder(option: a[folder], environment: context.variables), access: .read)
                let command = StopCommand(context: context, store: store, run: try await store.find(a[run]))
                return try await command.stop(cuts: a[now], within: a[wait].duration)
            }
        }
    }

    let context: CommandContext
    let store: RunStore
    let run: String

    private func stop(cuts: Bool, within: Duration) async throws -> Int32 {
        guard let owner = await store.owner(of: run) else {
            context.result.line("no process executes the run `\(run)`")
            return ExitStatus.done
        }
        guard owner.host == context.host else {
            throw CommandFailure(
                ExitStatus.held,
                lines: ["\(owner.description) executes the run `\(run)`: stop it on that machine"])
        }
        try signal(owner)
        if cuts { try signal(owner) }
        let clock = ContinuousClock()
        let end = clock.now + within
        while await store.isHeld(run) {
            if clock.now >= end {
                throw CommandFailure(
                    ExitStatus.held,
                    lines: [
                        "the run `\(run)` has been told to stop and finishes what it sent; "
                            + "`runbook stop \(run) --now` cuts that"
                    ])
            }
            try await Task.sleep(for: .milliseconds(50))
        }
        context.result.line("stopped the run of \(owner.description)")
        context.result.line("runbook resume \(run)")
        return ExitStatus.done
    }

    /// The lock is the kernel's, so the process that it names has it; it is looked at again just before the signal.
    private func signal(_ owner: Owner) throws {
        guard kill(owner.process, SIGTERM) != 0, errno != ESRCH else { return }
        throw CommandFailure(
            ExitStatus.held,
            lines: ["the process of \(owner.description) cannot be told to stop: \(String(cString: strerror(errno)))"])
    }
}
