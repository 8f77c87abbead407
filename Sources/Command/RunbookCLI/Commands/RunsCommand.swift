import Arguments
import OrderedJSON
import RunbookModel
import RunbookReport
import RunbookStore

/// `runbook runs`: the list of runs, newest first.
enum RunsCommand {
    /// What is done instead of listing.
    enum Action: String, CaseIterable, ArgumentValue {
        case repair
    }

    static func command(_ context: CommandContext) -> Command {
        Command(
            "runs", "list the runs, newest first",
            discussion: """
                When the store is damaged, runbook says so and runs nothing. `runbook runs repair` copies the runs that
                can be read into a new database, and keeps the damaged files in a folder beside it.
                """
        ) { d in
            let action = d.optionalArgument("ACTION", as: Action.self, help: "repair: save the runs of a damaged store")
            let format = d.option("format", nil, "FORMAT", default: OutputFormat.text, help: "output format")
            let limit = d.option("limit", "n", "COUNT", as: Int.self, help: "list at most this many runs")
            let folder = d.option("store", nil, "DIR", help: "the folder where runs are stored")
            return { a in
                if a[action] == .repair { return try repair(a[folder], context) }
                let store = try RunStore(
                    StoreFolder(option: a[folder], environment: context.variables), access: .read)
                try await store.check()
                let runs = try await store.runs(limit: max(0, a[limit] ?? .max))
                let listing = RunListing(
                    runs.map {
                        RunListing.Row(
                            run: $0.run, runbook: $0.file, environment: $0.environment, state: $0.phase,
                            started: $0.started)
                    })
                switch a[format] {
                case .json: context.result.line(listing.json.text(.pretty))
                case .text: context.result.write(listing.text)
                }
                return ExitStatus.done
            }
        }
    }

    private static func repair(_ option: String?, _ context: CommandContext) throws -> Int32 {
        let folder = StoreFolder(option: option, environment: context.variables)
        let result = try StoreRepair(folder).repair(at: RealClock.wallTime())
        guard let damaged = result.damaged else {
            context.result.line("the store `\(VisibleText.visible(folder.path))` is not damaged")
            return ExitStatus.done
        }
        for line in RepairLines.lines(result, "are saved") { context.result.line(line) }
        context.result.line("the damaged files are in `\(VisibleText.visible(damaged))`")
        return ExitStatus.done
    }
}
