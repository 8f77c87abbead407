import Terminal

/// Whether there is a person to ask.
enum RunConsole {
    /// The person's terminal: standard input and standard error are one, and no program drives it.
    static func person(_ context: CommandContext) -> Console? {
        AgentSigns.areThere(in: context.variables) ? nil : Console.standard
    }
}
