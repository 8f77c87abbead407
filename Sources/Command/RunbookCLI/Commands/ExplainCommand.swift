import Arguments
import RunbookModel
import RunbookReport
import Terminal

/// `runbook explain [CODE]`: what the code of a diagnostic or a failure means, or what a request is as a command.
enum ExplainCommand {
    static func command(_ context: CommandContext) -> Command {
        Command(
            "explain", "explain an error code, and what to do about it",
            discussion: """
                The code is in brackets at the start of a message. Without a code, explain lists all codes:
                  runbook explain key/unknown
                With --curl it prints the requests of a runbook, or of one step, as shell commands.
                It does not run them:
                  runbook explain --curl connect-clusters.md create_index
                """
        ) { d in
            let code = d.optionalArgument("CODE", help: "the code, such as key/unknown; with --curl, a step's id")
            let file = d.option("curl", nil, "FILE", help: "print the requests of this runbook as curl commands")
            return { a in
                if let file = a[file] { return try await CurlListing(context: context).print(file, step: a[code]) }
                return try explain(a[code], context)
            }
        }
    }

    private static func explain(_ code: String?, _ context: CommandContext) throws -> Int32 {
        let appearance = Appearance(of: .output, environment: context.variables)
        let text = CodeText(style: TerminalStyle(isColored: appearance.usesColor), width: appearance.columns)
        guard let code else {
            context.result.write(text.list(CodeCatalogue.entries))
            return ExitStatus.done
        }
        // As it is in a message, with its brackets, is right as well.
        let name = String(code.drop { $0 != "[" }.dropFirst().prefix { $0 != "]" })
        guard let entry = CodeCatalogue.entry(name.isEmpty ? code : name) else {
            throw CommandFailure(
                ExitStatus.usage,
                lines: [
                    "unknown code `\(VisibleText.visible(code))`",
                    CodeCatalogue.help(forUnknown: code),
                ])
        }
        context.result.write(text.text(entry))
        return ExitStatus.done
    }
}
