import Arguments
import OrderedJSON
import RunbookReport
import RunbookStore

/// `runbook runs`: the list of runs, newest first.
enum RunsCommand {
    static func command(_ context: CommandContext) -> Command {
        Command("runs", "list the runs, newest first") { d in
            let format = d.option("format", nil, "FORMAT", default: OutputFormat.text, help: "how the list is written")
            let limit = d.option("limit", "n", "COUNT", as: Int.self, help: "at most so many")
            let folder = d.option("store", nil, "DIR", help: "the folder that keeps the runs")
            return { a in
                let store = try RunStore(
                    StoreFolder(option: a[folder], environment: context.variables), access: .read)
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
}
