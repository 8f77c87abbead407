import Arguments

/// What the manual page says beside the commands.
enum ManualText {
    /// When it was changed last.
    static let date = "2026-11-21"

    static let description = [
        """
        runbook executes procedures that are written as ordinary Markdown: requests to named systems, checks that wait \
        until a condition is true, and steps that a person does or confirms. Each run is recorded in a journal. \
        With the journal a run can be resumed, confirmed from another terminal, and reported.
        """,
        """
        Results go to standard output, messages to standard error. Options may be anywhere on the command line. They \
        cannot be abbreviated. What follows -- is not an option.
        """,
    ]

    static let sections = [
        ManualPage.Section("ENVIRONMENT", variables), ManualPage.Section("EXIT STATUS", exits),
        ManualPage.Section("FILES", files),
        ManualPage.Section(
            "EXAMPLES",
            [
                ("runbook check runbooks/*.md", "finds mistakes, and changes nothing."),
                ("runbook exec connect-clusters.md", "runs a procedure on the embedded sandbox."),
                (
                    "runbook exec connect-clusters.md --env staging -p index=orders --report run.md",
                    "runs it on real systems, and writes a report."
                ),
                (
                    "runbook confirm 7f3c switch_dns --digest 6f2a90c1b7d4 --resume",
                    "says that a step is done, and resumes the run."
                ),
            ]),
    ]

    private static let variables = [
        (
            "RUNBOOK_STORE",
            "The folder where runs are stored, instead of $XDG_STATE_HOME/runbook. --store overrides it."
        ),
        (
            "RUNBOOK_PARAM_NAME",
            "The value of the parameter NAME, in capital letters. Use it for secrets: they cannot be set with "
                + "-p. -p, --params and the environment file override it."
        ),
        ("RUNBOOK_PLUGIN_PATH", "Folders, separated by colons, that contain folders of plugins."),
        ("RUNBOOK_NO_TERMINAL", "When it is not empty, runbook asks no questions, as if there were no terminal."),
        (
            "XDG_CONFIG_HOME",
            "The configuration folder, ~/.config when it is not set. runbook looks for environments in "
                + "runbook/environments below it, and for plugins in runbook/plugins."
        ),
        ("XDG_STATE_HOME", "The folder for the state of programs, ~/.local/state when it is not set."),
        ("HOME", "The folder of the user, where those two folders are by default."),
        ("NO_COLOR", "When it is not empty, the output has no colour, and no line is updated in place."),
        ("TERM", "With dumb, or without a value, the output has no colour and no line is updated in place."),
        ("COLUMNS", "The width of lines, instead of the terminal's own. The default in files and pipes is 100."),
    ]

    private static let exits =
        [
            (ExitStatus.done, "Done."),
            (ExitStatus.stepFailed, "A step or a test failed."),
            (ExitStatus.invalid, "The runbook, the environment or a plugin is invalid or cannot be read."),
            (
                ExitStatus.waiting,
                "A person is needed: a question waits for an answer, a step is in doubt, or the document was edited."
            ),
            (ExitStatus.planRefused, "The run would differ from the plan, or the plan was already used or is too old."),
            (ExitStatus.held, "Another process uses the run or its targets."),
            (ExitStatus.aborted, "A person aborted the run."),
            (ExitStatus.usage, "The command line is wrong."),
            (ExitStatus.internalError, "An internal error of runbook."),
            (ExitStatus.storeFailed, "The journal or a report could not be written."),
        ].map { (String($0), $1) } + [("128+n", "Stopped by signal n: 130 is Ctrl-C (SIGINT), 143 is SIGTERM.")]

    private static let files = [
        ("~/.local/state/runbook/runs.db", "The journal of all runs."),
        (
            "~/.config/runbook/environments/NAME.yaml",
            "Environments that --env NAME finds. It also looks in environments/ beside the runbook and at the "
                + "root of its repository."
        ),
        ("~/.config/runbook/plugins/", "Plugins of the user."),
    ]
}
