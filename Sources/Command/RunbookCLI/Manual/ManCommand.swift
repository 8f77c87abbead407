import Arguments

/// `runbook man`: the manual page, from the same declaration that the command line is read by.
enum ManCommand {
    static func command(_ context: CommandContext) -> Command {
        Command(
            "man", "print the manual page",
            discussion: """
                `make install` installs the page for `man runbook`. To read it without that:
                  runbook man | man -l -
                """
        ) { _ in
            { _ in
                let page = ManualPage(
                    Tool.command(context), date: ManualText.date, description: ManualText.description,
                    sections: ManualText.sections)
                context.result.verbatim(page.text)
                return ExitStatus.done
            }
        }
    }
}
