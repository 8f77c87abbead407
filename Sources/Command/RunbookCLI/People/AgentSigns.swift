/// Signs that no person but a program drives the terminal; then it counts as none.
enum AgentSigns {
    /// Variables that tools which drive a terminal by themselves set, as their documentation says.
    private static let names = [
        "CLAUDECODE", "CODEX_SANDBOX", "CURSOR_AGENT", "GEMINI_CLI", "OPENCODE", "AIDER_AGENT", "REPLIT_AGENT",
        "RUNBOOK_NO_TERMINAL",
    ]

    /// The first of the variables that is set and not empty; nil when a person may be there.
    static func sign(in variables: [String: String]) -> String? {
        names.first { !(variables[$0] ?? "").isEmpty }
    }
}
