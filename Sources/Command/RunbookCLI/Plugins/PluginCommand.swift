import Arguments

/// `runbook plugin`: handlers that are programs of their own.
enum PluginCommand {
    static func command(_ context: CommandContext) -> Command {
        Command(
            "plugin", "list, create, test and accept plugins",
            discussion: """
                A plugin is a folder with a plugin.json and a program in any language:
                  runbook plugin new greet
                  runbook plugin test greet
                  runbook check --plugin-dir greet greet/examples/greet.md
                """,
            commands: [
                PluginListCommand.command(context), PluginTrustCommand.command(context),
                PluginNewCommand.command(context), PluginTestCommand.command(context),
            ])
    }
}
