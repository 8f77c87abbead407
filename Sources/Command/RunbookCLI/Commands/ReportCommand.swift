import Arguments
import RunbookStore

/// `runbook report RUN`: what a run did.
enum ReportCommand {
    static func command(_ context: CommandContext) -> Command {
        Command("report", "report what a run did, for example for a ticket") { d in
            let run = d.argument("RUN", help: "the run's name, or the part after its date")
            let format = d.option(
                "format", nil, "FORMAT", default: ReportWriter.Format.markdown, help: "output format")
            let file = d.option("output", "o", "FILE", help: "write the report to a file")
            let folder = d.option("store", nil, "DIR", help: "the folder where runs are stored")
            return { a in
                let store = try RunStore(
                    StoreFolder(option: a[folder], environment: context.variables), access: .read)
                let name = try await store.find(a[run])
                guard let reported = try await ReportWriter(store: store, context: context).run(name) else {
                    throw CommandFailure(
                        ExitStatus.invalid,
                        lines: [
                            "the run `\(name)` cannot be read: this version of runbook does not know its first event"
                        ])
                }
                if let event = try await store.lostEvent(of: name) {
                    context.messages.line(
                        "warning: the journal of `\(name)` is damaged: event \(event) and all later events are lost")
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
