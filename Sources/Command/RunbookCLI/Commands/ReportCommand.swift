import Arguments
import RunbookStore

/// `runbook report RUN`: what a run did.
enum ReportCommand {
    static func command(_ context: CommandContext) -> Command {
        Command(
            "report", "report what a run did, for example for a ticket",
            discussion: """
                --verify repeats the chain of hashes of a journal, and names the first event that differs. It takes a run, a
                file of `runbook runs export`, or a report in Markdown or JSON:
                  runbook report --verify 2026-11-21-7f3c
                  runbook report --verify journals.jsonl
                """
        ) { d in
            let run = d.argument("RUN", help: "the run's name, or the part after its date; a file with --verify")
            let verifies = d.flag("verify", help: "verify the journal instead of reporting")
            let format = d.option(
                "format", nil, "FORMAT", as: ReportWriter.Format.self,
                help: "output format: markdown if nothing else is said by the ending of --output")
            let file = d.option("output", "o", "FILE", help: "write the report to a file")
            let folder = d.option("store", nil, "DIR", help: "the folder where runs are stored")
            return { a in
                if a[verifies] { return try await verify(a[run], in: a[folder], context) }
                let reported = try await ReportWriter.open(a[run], in: a[folder], context)
                let ending = a[file].map(ReportWriter.Format.init(ending:)) ?? .markdown
                let text = ReportWriter.text(reported, format: a[format] ?? ending)
                if let file = a[file] {
                    try context.write(text, to: file)
                } else {
                    context.result.verbatim(text)
                }
                return ExitStatus.done
            }
        }
    }

    /// Says whether a journal is the one that was written.
    private static func verify(_ subject: String, in folder: String?, _ context: CommandContext) async throws -> Int32 {
        let store = try context.storeToRead(folder)
        let (lines, isWhole) = try await JournalVerification(context: context, store: store).verify(subject)
        for line in lines { context.result.line(line) }
        context.messages.line(JournalVerification.limits)
        return isWhole ? ExitStatus.done : ExitStatus.invalid
    }
}
