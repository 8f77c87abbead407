/// Signs that no person but a program drives the terminal; then it counts as none.
enum AgentSigns {
    /// Variables that tools which drive a terminal by themselves set, as their documentation says.
    private static let names = [
        "CLAUDECODE", "CODEX_SANDBOX", "CODEX_THREAD_ID", "CURSOR_AGENT", "GEMINI_CLI", "OPENCODE", "AIDER",
        "AIDER_AGENT", "REPLIT_AGENT", "CLINE_ACTIVE", "ROO_ACTIVE", "COPILOT_CLI", "AUGMENT_AGENT", "GOOSE_TERMINAL",
        "AMP_THREAD_ID", "ANTIGRAVITY_AGENT", "QWEN_CODE", "AI_AGENT", "AGENT", "RUNBOOK_NO_TERMINAL",
    ]

    /// The first of the variables that is set and not empty; nil when a person may be there.
    static func sign(in variables: [String: String]) -> String? {
        names.first { !(variables[$0] ?? "").isEmpty }
    }
}
