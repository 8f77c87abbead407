import Arguments
import OrderedJSON
import RunbookModel
import RunbookReport
import RunbookRun
import RunbookStore

/// `runbook runs`: the list of runs, newest first.
enum RunsCommand {
    /// What is done instead of listing.
    enum Action: String, CaseIterable, ArgumentValue {
        case repair
        case export
        case prune
    }

    static func command(_ context: CommandContext) -> Command {
        Command(
            "runs", "list the runs, newest first",
            discussion: """
                When the store is damaged, runbook says so and runs nothing. `runbook runs repair` copies the runs that
                can be read into a new database, and keeps the damaged files in a folder beside it.
                `export` writes whole journals as lines of JSON. `prune` removes runs that ended long ago, or the runs that
                you name. Runs that wait, are in doubt or were interrupted are removed only by name:
                  runbook runs export -o journals.jsonl
                  runbook runs prune --older-than 90d --dry-run
                """
        ) { d in
            let action = d.optionalArgument(
                "ACTION", as: Action.self, help: "repair, export or prune, instead of listing")
            let named = d.options("run", nil, "RUN", help: "export, prune: this run")
            let age = d.option("older-than", nil, "AGE", as: LongTime.self, help: "prune: runs that ended so long ago")
            let isDry = d.flag("dry-run", help: "prune: only show what would be removed")
            let file = d.option("output", "o", "FILE", help: "export: write to a file")
            let format = d.option("format", nil, "FORMAT", default: OutputFormat.text, help: "output format")
            let limit = d.option("limit", "n", "COUNT", as: Int.self, help: "list at most this many runs")
            let state = d.option(
                "state", nil, "STATE", as: StateOption.self, help: "list only the runs in this state")
            let folder = d.option("store", nil, "DIR", help: "the folder where runs are stored")
            return { a in
                context.note(store: a[folder])
                if let limit = a[limit], limit < 1 { throw a.misuse("--limit must be 1 or more") }
                switch a[action] {
                case .repair: return try repair(a[folder], context)
                case .export: return try await export(a[named], in: a[folder], to: a[file], context)
                case .prune:
                    if (a[age] == nil) == a[named].isEmpty {
                        throw a.misuse("`runs prune` needs `--run RUN`, or `--older-than AGE`")
                    }
                    return try await prune(
                        a[named], olderThan: a[age]?.duration, in: a[folder], isDry: a[isDry], context)
                case nil: break
                }
                let store = try context.storeToRead(a[folder])
                try await store.check()
                let wanted = a[state]?.phase
                let runs = try await store.runs(limit: wanted == nil ? a[limit] ?? .max : .max)
                    .filter { wanted == nil || $0.phase == wanted }.prefix(a[limit] ?? .max)
                var rows: [RunListing.Row] = []
                for run in runs { rows.append(await row(run, in: store, context)) }
                if rows.isEmpty, let wanted = a[state], a[format] == .text {
                    context.result.line("no runs are \(wanted.rawValue)")
                    return ExitStatus.done
                }
                let listing = RunListing(rows)
                switch a[format] {
                case .json: context.result.verbatimLine(listing.json.text(.pretty))
                case .text: context.result.write(listing.text(columns: context.result.columns))
                }
                return ExitStatus.done
            }
        }
    }

    private static func export(
        _ named: [String], in folder: String?, to file: String?, _ context: CommandContext
    ) async throws -> Int32 {
        let store = try context.storeToRead(folder)
        var runs: [String] = []
        for text in named { runs.append(try await store.find(text)) }
        if named.isEmpty { runs = try await store.runs().map(\.run).reversed() }
        let text = try await RunsExport(store: store).text(of: runs)
        if let file { try context.write(text, to: file) } else { context.result.verbatim(text) }
        return ExitStatus.done
    }

    private static func prune(
        _ named: [String], olderThan age: Duration?, in folder: String?, isDry: Bool, _ context: CommandContext
    ) async throws -> Int32 {
        let store = try context.store(folder)
        let prune = RunsPrune(context: context, store: store)
        if let age { return try await prune.remove(try await prune.ended(before: age), isDry: isDry) }
        var wanted: Set<String> = []
        for text in named { wanted.insert(try await store.find(text)) }
        let runs = try await store.runs().filter { wanted.contains($0.run) }
        return try await prune.remove(runs, isDry: isDry)
    }

    /// A run in the list; of one that waits its journal says which step, of one that was taken back what was left.
    private static func row(_ run: RunSummary, in store: RunStore, _ context: CommandContext) async -> RunListing.Row {
        if run.phase == .waiting || run.phase == .undone,
            let reported = try? await ReportWriter(store: store, context: context).run(run.run)
        {
            return reported.row(now: RealClock.wallTime())
        }
        return RunListing.Row(
            run: run.run, runbook: run.file, environment: run.environment, state: run.phase, started: run.started,
            user: run.user, took: run.updated.since(run.started))
    }

    /// `--state`: the states of a run, by the words that people read.
    enum StateOption: String, CaseIterable, ArgumentValue {
        case running, waiting, done, failed, aborted, interrupted, undone

        /// The state.
        var phase: RunPhase { self == .done ? .passed : RunPhase(rawValue: rawValue) ?? .running }
    }

    private static func repair(_ option: String?, _ context: CommandContext) throws -> Int32 {
        let folder = StoreFolder(option: option, environment: context.variables)
        let result = try StoreRepair(folder).repair(at: RealClock.wallTime())
        guard let damaged = result.damaged else {
            context.result.line("the store `\(VisibleText.visible(folder.path))` is not damaged")
            for line in RepairLines.withoutText(result) { context.result.line(line) }
            return ExitStatus.done
        }
        for line in RepairLines.lines(result, "are saved") { context.result.line(line) }
        context.result.line("the damaged files are in `\(VisibleText.visible(damaged))`")
        return ExitStatus.done
    }
}
