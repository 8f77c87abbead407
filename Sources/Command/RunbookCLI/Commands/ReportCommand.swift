import Arguments
import RunbookStore

/// `runbook report RUN`: what a run did.
enum ReportCommand {
    static func command(_ context: CommandContext) -> Command {
        Command("report", "tell what a run did, to attach to a ticket") { d in
            let run = d.argument("RUN", help: "the run's name, or the part behind its date")
            let format = d.option(
                "format", nil, "FORMAT", default: ReportWriter.Format.markdown, help: "how it is written")
            let file = d.option("output", "o", "FILE", help: "write it to a file")
            let folder = d.option("store", nil, "DIR", help: "the folder that keeps the runs")
            return { a in
                let store = try RunStore(
                    StoreFolder(option: a[folder], environment: context.variables), access: .read)
                let name = try await store.find(a[run])
                guard let reported = try await ReportWriter(store: store, context: context).run(name) else {
                    throw CommandFailure(
                        ExitStatus.invalid, lines: ["the run `\(name)` has no first event that this version knows"])
                }
                if let event = try await store.lostEvent(of: name) {
                    context.messages.line("warning: the journal of `\(name)` was lost from event \(event) on")
                }
                let text = ReportWriter.text(reported, format: a[format])
                if let file = a[file] {
                    try context.write(text, to: file)
                } else {
                    context.result.write(text)
                }
                return ExitStatus.done
            }
        }
    }
}
