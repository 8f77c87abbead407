import Arguments

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
                let reported = try await ReportWriter.open(a[run], in: a[folder], context)
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
