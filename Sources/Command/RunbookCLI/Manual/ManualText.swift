import Arguments

/// What the manual page says beside the commands.
enum ManualText {
    /// When it was changed last.
    static let date = "2026-11-21"

    static let description = [
        """
        runbook executes procedures that are written as ordinary Markdown: requests to named systems, checks that wait \
        until they hold, and steps that a person does or confirms. Each run is kept in a journal, so that it can be \
        resumed, confirmed from elsewhere, and reported.
        """,
        """
        Results are written to standard output, messages for people to standard error. Options may stand anywhere and \
        are never abbreviated; what stands behind -- is not an option.
        """,
    ]

    static let sections = [
        ManualPage.Section("ENVIRONMENT", variables), ManualPage.Section("EXIT STATUS", exits),
        ManualPage.Section("FILES", files),
        ManualPage.Section(
            "EXAMPLES",
            [
                ("runbook check runbooks/*.md", "finds mistakes and touches nothing."),
                ("runbook exec connect-clusters.md", "runs a procedure on the embedded sandbox."),
                (
                    "runbook exec connect-clusters.md --env staging -p index=orders --report run.md",
                    "runs it on real systems, and writes a report."
                ),
                (
                    "runbook confirm 7f3c switch_dns --digest 6f2a90c1b7d4 --resume",
                    "says that a step is done, and goes on with the run."
                ),
            ]),
    ]

    private static let variables = [
        ("RUNBOOK_STORE", "The folder that keeps the runs, in place of $XDG_STATE_HOME/runbook; --store wins over it."),
        (
            "RUNBOOK_PARAM_NAME",
            "The value of the parameter NAME, in capital letters; the only one of these ways that suits a secret. -p, "
                + "--params and the environment file win over it."
        ),
        ("RUNBOOK_PLUGIN_PATH", "Folders, separated by colons, that hold folders of plugins."),
        ("RUNBOOK_NO_TERMINAL", "When it is not empty nobody is asked, as if there were no terminal."),
        (
            "XDG_CONFIG_HOME",
            "The folder of configurations, ~/.config when it is not set: environments are found by name in "
                + "runbook/environments below it, plugins in runbook/plugins."
        ),
        ("XDG_STATE_HOME", "The folder of what programs remember, ~/.local/state when it is not set."),
        ("HOME", "Where those two folders are when nothing says so."),
        ("NO_COLOR", "When it is not empty, lines have no colour, and none of them changes in place."),
        ("TERM", "dumb, or nothing, stands for a terminal that can show neither."),
        ("COLUMNS", "The width of lines, in place of what the terminal says; 100 in files and pipes without it."),
    ]

    private static let exits =
        [
            (ExitStatus.done, "It is done."),
            (ExitStatus.stepFailed, "A step failed, or a test."),
            (ExitStatus.invalid, "The runbook, the environment or a plugin is invalid, or cannot be read."),
            (
                ExitStatus.waiting,
                "A person is needed: a question waits, an outcome is in doubt, or the document was edited."
            ),
            (ExitStatus.planRefused, "The run is not the one of the plan, or the plan is used or too old."),
            (ExitStatus.held, "Another process holds the run or its targets."),
            (ExitStatus.aborted, "A person said no."),
            (ExitStatus.usage, "The command line is wrong."),
            (ExitStatus.internalError, "An error of the tool itself."),
            (ExitStatus.storeFailed, "The journal or a report could not be written."),
        ].map { (String($0), $1) } + [("128+n", "Signal n stopped it: 130 is Ctrl-C, 143 a polite kill.")]

    private static let files = [
        ("~/.local/state/runbook/runs.db", "The journal of all runs."),
        (
            "~/.config/runbook/environments/NAME.yaml",
            "What --env NAME finds; also environments/ beside the runbook, and "
                + "at the root of its repository."
        ),
        ("~/.config/runbook/plugins/", "Plugins of the user."),
    ]
}
